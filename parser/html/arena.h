#pragma once

#include <chrono>
#include <csetjmp>
#include <cstddef>
#include <memory>
#include <vector>

namespace dixit::parser {

// What building one tree may cost.
struct TreeBudget {
  std::size_t bytes = 0;
  std::chrono::nanoseconds thread_time{0};  // of this thread's processor time, so that a loaded
                                            // machine does not change what is read
};

// Memory for a C library that never checks for failure: blocks are handed out until a budget is
// spent, then control jumps out of the library. Nothing is freed before the arena is.
//
// The jump is setjmp/longjmp rather than an exception, because a C library need not carry unwind
// tables; its frames hold no destructors, so that skipping them is well defined.
//
// Requires: `escape` was filled by setjmp in a frame that is still active whenever allocate() runs.
// Not thread-safe: one arena belongs to one parse.
class Arena {
 public:
  explicit Arena(TreeBudget budget);
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  Arena(Arena&&) = delete;
  Arena& operator=(Arena&&) = delete;
  ~Arena() = default;

  // A block aligned for any type. Jumps to escape() when the budget is spent.
  void* allocate(std::size_t bytes);

  // Takes back the newest block, so that a growing buffer does not fill the arena; others stay.
  void release(void* block);

  std::jmp_buf& escape() { return escape_; }

 private:
  void* allocate_chunk(std::size_t bytes);
  void check_time();

  TreeBudget budget_;
  std::chrono::nanoseconds started_;
  std::chrono::nanoseconds looked_{0};
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::byte* end_ = nullptr;
  std::byte* newest_ = nullptr;
  std::size_t bytes_taken_ = 0;
  std::size_t calls_ = 0;
  std::jmp_buf escape_{};
};

}  // namespace dixit::parser
