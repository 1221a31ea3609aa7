#include "parser/html/local_day.h"

#include <cstdlib>

namespace dixit::parser {
namespace {

using model::DatePrecision;

// Zones in use lie between these, on quarters of an hour (tzdb).
constexpr std::int64_t kSecondsWestMax = std::int64_t{12} * 3600;
constexpr std::int64_t kSecondsEastMax = std::int64_t{14} * 3600;
constexpr std::int64_t kZoneStepSeconds = std::int64_t{15} * 60;
constexpr std::int64_t kSecondsOfDay = std::int64_t{24} * 3600;

constexpr std::int64_t kSameClockSeconds = 7 * kSecondsOfDay;

// Two programs write down one moment a little apart.
constexpr std::int64_t kSameMomentSeconds = 90;

bool has_time(const DateTime& date) { return date.precision == DatePrecision::Minute; }

bool is_utc(const DateTime& date) {
  return has_time(date) && date.offset_minutes && *date.offset_minutes == 0;
}

std::int64_t as_if_utc(DateTime date) {
  date.offset_minutes = 0;
  return to_unix_seconds(date);
}

// The offset at which `moment` (UTC) reads as `local` does, or nothing. A reading of midnight is a
// placeholder for a time not known.
std::optional<int> offset_of_reading(std::int64_t moment, const DateTime& local) {
  if (local.hour == 0 && local.minute == 0) return std::nullopt;
  const std::int64_t seconds = as_if_utc(local) - moment;
  if (seconds < -kSecondsWestMax || seconds > kSecondsEastMax) return std::nullopt;
  // Printed times have no seconds.
  const std::int64_t whole = seconds + (seconds >= 0 ? kSameMomentSeconds : -kSameMomentSeconds);
  const std::int64_t rounded = whole / kZoneStepSeconds * kZoneStepSeconds;
  if (rounded == 0 || std::llabs(seconds - rounded) > kSameMomentSeconds) return std::nullopt;
  return static_cast<int>(rounded / 60);
}

// The reading of the same moment on another clock, or nothing.
std::optional<DateTime> same_moment(std::int64_t moment, const DateTime& other) {
  if (!has_time(other)) return std::nullopt;
  DateTime local = other;
  if (other.offset_minutes) {
    const bool is_same = std::llabs(to_unix_seconds(other) - moment) <= kSameMomentSeconds;
    return is_same && *other.offset_minutes != 0 ? std::optional(local) : std::nullopt;
  }
  local.offset_minutes = offset_of_reading(moment, other);
  return local.offset_minutes ? std::optional(local) : std::nullopt;
}

// The moment as the outlet's clock shows it, which another statement of these days tells.
std::optional<DateTime> on_clock_of(std::int64_t moment, const DateTime& other) {
  const int offset_minutes = other.offset_minutes.value_or(0);
  if (!has_time(other) || offset_minutes == 0) return std::nullopt;
  // Farther away, another season's clock may have been meant.
  if (std::llabs(to_unix_seconds(other) - moment) > kSameClockSeconds) return std::nullopt;
  DateTime local = from_unix_seconds(moment + std::int64_t{offset_minutes} * 60);
  local.offset_minutes = other.offset_minutes;
  return local;
}

enum class DayMatch { Same, Neighbour, Other };

// Whether the moment lies on the day of `other` in UTC, or at least in some zone.
DayMatch match_day(std::int64_t moment, DateTime other) {
  other.hour = other.minute = other.second = 0;
  const std::int64_t begin = as_if_utc(other);
  if (moment >= begin && moment < begin + kSecondsOfDay) return DayMatch::Same;
  const bool is_possible =
      moment + kSecondsEastMax >= begin && moment - kSecondsWestMax < begin + kSecondsOfDay;
  return is_possible ? DayMatch::Neighbour : DayMatch::Other;
}

}  // namespace

model::PublishedAt on_local_day(const DateStatement& stated,
                                std::span<const DateStatement> others) {
  model::PublishedAt published = to_published_at(stated.date, stated.source);
  if (!is_utc(stated.date)) return published;
  const std::int64_t moment = published.unix_seconds;
  for (const auto read : {same_moment, on_clock_of}) {
    for (const DateStatement& other : others) {
      const auto local = read(moment, other.date);
      if (!local) continue;
      published = to_published_at(*local, stated.source);
      published.unix_seconds = moment;
      return published;
    }
  }
  for (const DateStatement& other : others) {
    if (other.date.offset_minutes) continue;
    const DayMatch match = match_day(moment, other.date);
    if (match == DayMatch::Other) continue;
    if (match == DayMatch::Same) return published;
    DateTime day = other.date;
    day.precision = DatePrecision::Day;
    published = to_published_at(day, other.source);
    published.unix_seconds = moment;
    return published;
  }
  return published;
}

}  // namespace dixit::parser
