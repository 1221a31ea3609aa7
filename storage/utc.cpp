#include "storage/utc.h"

#include <fmt/format.h>

#include <chrono>
#include <ctime>

namespace dixit::storage {
namespace {

constexpr std::int64_t kMsPerSecond = 1000;

std::int64_t floor_seconds(std::int64_t unix_ms) {
  const std::int64_t seconds = unix_ms / kMsPerSecond;
  return unix_ms % kMsPerSecond < 0 ? seconds - 1 : seconds;
}

// Years that four digits cannot hold are clamped: a date beyond them is an error anyway.
std::tm calendar(std::int64_t unix_ms) {
  constexpr std::time_t kYear0 = -62'167'219'200;
  constexpr std::time_t kYear9999End = 253'402'300'799;
  std::time_t seconds = floor_seconds(unix_ms);
  if (seconds < kYear0) seconds = kYear0;
  if (seconds > kYear9999End) seconds = kYear9999End;
  std::tm out{};
  ::gmtime_r(&seconds, &out);
  return out;
}

}  // namespace

std::string iso_utc(std::int64_t unix_ms) {
  const std::tm at = calendar(unix_ms);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", at.tm_year + 1900, at.tm_mon + 1,
                     at.tm_mday, at.tm_hour, at.tm_min, at.tm_sec,
                     unix_ms - floor_seconds(unix_ms) * kMsPerSecond);
}

std::string compact_utc(std::int64_t unix_ms) {
  const std::tm at = calendar(unix_ms);
  return fmt::format("{:04}{:02}{:02}{:02}{:02}{:02}", at.tm_year + 1900, at.tm_mon + 1, at.tm_mday,
                     at.tm_hour, at.tm_min, at.tm_sec);
}

std::int64_t wall_clock_ms() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

}  // namespace dixit::storage
