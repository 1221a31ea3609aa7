#pragma once

#include <atomic>

namespace dixit::crawler {

// A request to end in good order: what is in flight is finished and committed, nothing is begun.
//
// Thread-safe, and request() may be called from a signal handler.
class StopToken {
 public:
  void request() noexcept { requested_.store(true, std::memory_order_relaxed); }
  bool requested() const noexcept { return requested_.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> requested_{false};
  static_assert(std::atomic<bool>::is_always_lock_free);
};

}  // namespace dixit::crawler
