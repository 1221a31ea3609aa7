#pragma once

#include <atomic>
#include <cstdint>

#include "crawler/clock.h"

namespace dixit::support {

// A clock that stands still until it is told to move. Thread-safe.
class ManualClock final : public crawler::Clock {
 public:
  // 2026-01-15 12:00:00 UTC, so that no test begins at zero.
  static constexpr std::int64_t kStartMs = 1'768'478'400'000;

  explicit ManualClock(std::int64_t now_ms = kStartMs) : now_ms_(now_ms) {}

  std::int64_t now_ms() const override { return now_ms_.load(); }
  void set(std::int64_t now_ms) { now_ms_.store(now_ms); }
  void advance(std::int64_t milliseconds) { now_ms_.fetch_add(milliseconds); }

 private:
  std::atomic<std::int64_t> now_ms_;
};

}  // namespace dixit::support
