#pragma once

#include <cstdint>

namespace dixit::crawler {

// The time as the whole crawl reads it: Unix milliseconds on the wall.
//
// Wall time and not a steady clock, because every interval that politeness asks for must hold
// across a restart of the process and of the machine.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::int64_t now_ms() const = 0;
};

class SystemClock final : public Clock {
 public:
  std::int64_t now_ms() const override;
};

}  // namespace dixit::crawler
