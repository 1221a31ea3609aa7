#include "crawler/clock.h"

#include <chrono>

namespace dixit::crawler {

std::int64_t SystemClock::now_ms() const {
  using std::chrono::milliseconds;
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<milliseconds>(since_epoch).count();
}

}  // namespace dixit::crawler
