#include "parser/html/arena.h"

#include <algorithm>
#include <ctime>

namespace dixit::parser {
namespace {

// Large enough that a common page needs few, small enough that a tiny page wastes little.
constexpr std::size_t kChunkBytes = 256u << 10;

// Hostile input spends microseconds per block, so that this many blocks stay far below a budget of
// tenths of a second.
constexpr std::size_t kCallsBetweenClockReads = 64;

constexpr std::size_t kAlignment = alignof(std::max_align_t);

std::chrono::nanoseconds time_of(clockid_t clock) {
  std::timespec now{};
  clock_gettime(clock, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

}  // namespace

Arena::Arena(TreeBudget budget) : budget_(budget), started_(time_of(CLOCK_THREAD_CPUTIME_ID)) {}

void* Arena::allocate(std::size_t bytes) {
  check_time();
  const std::size_t rounded =
      (std::max<std::size_t>(bytes, 1) + kAlignment - 1) & ~(kAlignment - 1);
  if (rounded < bytes) std::longjmp(escape_, 1);
  if (rounded > static_cast<std::size_t>(end_ - next_)) return allocate_chunk(rounded);
  newest_ = next_;
  next_ += rounded;
  return newest_;
}

void Arena::release(void* block) {
  if (block != nullptr && block == newest_) {
    next_ = newest_;
    newest_ = nullptr;
  }
}

void* Arena::allocate_chunk(std::size_t bytes) {
  const std::size_t size = std::max(bytes, kChunkBytes);
  if (size > budget_.bytes - bytes_taken_) std::longjmp(escape_, 1);
  bytes_taken_ += size;
  chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
  newest_ = chunks_.back().get();
  next_ = newest_ + bytes;
  end_ = newest_ + size;
  return newest_;
}

void Arena::check_time() {
  if (++calls_ % kCallsBetweenClockReads != 0) return;
  // Reading the thread's clock is a system call. While the coarse clock stands still, which is read
  // without one, the thread cannot have spent more than its few milliseconds.
  const std::chrono::nanoseconds coarse = time_of(CLOCK_MONOTONIC_COARSE);
  if (coarse == looked_) return;
  looked_ = coarse;
  if (time_of(CLOCK_THREAD_CPUTIME_ID) - started_ > budget_.thread_time) std::longjmp(escape_, 1);
}

}  // namespace dixit::parser
