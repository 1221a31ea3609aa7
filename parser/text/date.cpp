#include "parser/text/date.h"

#include <date/date.h>
#include <fmt/format.h>

#include <cstdlib>

#include "parser/text/loose_date.h"

namespace dixit::parser {
namespace {

// The farthest zone from UTC is UTC+14; no historical one in the tz database lies beyond 15:59.
constexpr int kOffsetMinutesMax = 14 * 60 + 59;

using model::DatePrecision;

date::year_month_day calendar_day(const DateTime& moment) {
  return date::year(moment.year) / date::month(static_cast<unsigned>(moment.month)) /
         date::day(static_cast<unsigned>(moment.day));
}

std::string offset_string(const DateTime& moment) {
  if (!moment.offset_minutes) return "";
  const int offset = *moment.offset_minutes;
  if (offset == 0) return "Z";
  return fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', std::abs(offset) / 60,
                     std::abs(offset) % 60);
}

}  // namespace

bool is_valid(const DateTime& moment) {
  const bool in_range = moment.year >= 1 && moment.year <= 9999 && moment.month >= 1 &&
                        moment.month <= 12 && moment.day >= 1 && moment.day <= 31 &&
                        moment.hour >= 0 && moment.hour <= 23 && moment.minute >= 0 &&
                        moment.minute <= 59 && moment.second >= 0 && moment.second <= 59;
  const bool zone_exists = std::abs(moment.offset_minutes.value_or(0)) <= kOffsetMinutesMax;
  return in_range && zone_exists && calendar_day(moment).ok();
}

std::int64_t to_unix_seconds(const DateTime& moment) {
  const date::sys_days midnight = calendar_day(moment);
  const auto time = std::chrono::hours(moment.hour) + std::chrono::minutes(moment.minute) +
                    std::chrono::seconds(moment.second);
  const auto offset = std::chrono::minutes(moment.offset_minutes.value_or(0));
  return std::chrono::seconds(midnight.time_since_epoch() + time - offset).count();
}

DateTime from_unix_seconds(std::int64_t seconds) {
  const date::sys_seconds moment{std::chrono::seconds(seconds)};
  const auto midnight = date::floor<date::days>(moment);
  const date::year_month_day day(midnight);
  const date::hh_mm_ss time(moment - midnight);
  DateTime out;
  out.year = static_cast<int>(day.year());
  out.month = static_cast<int>(static_cast<unsigned>(day.month()));
  out.day = static_cast<int>(static_cast<unsigned>(day.day()));
  out.hour = static_cast<int>(time.hours().count());
  out.minute = static_cast<int>(time.minutes().count());
  out.second = static_cast<int>(time.seconds().count());
  out.precision = DatePrecision::Minute;
  out.offset_minutes = 0;
  return out;
}

std::string to_iso_string(const DateTime& moment) {
  switch (moment.precision) {
    case DatePrecision::Year:
      return fmt::format("{:04}", moment.year);
    case DatePrecision::Month:
      return fmt::format("{:04}-{:02}", moment.year, moment.month);
    case DatePrecision::Day:
      return fmt::format("{:04}-{:02}-{:02}", moment.year, moment.month, moment.day);
    case DatePrecision::Hour:
      return fmt::format("{:04}-{:02}-{:02}T{:02}{}", moment.year, moment.month, moment.day,
                         moment.hour, offset_string(moment));
    case DatePrecision::Minute:
      break;
  }
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}{}", moment.year, moment.month, moment.day,
                     moment.hour, moment.minute, offset_string(moment));
}

model::PublishedAt to_published_at(const DateTime& moment, model::DateSource source) {
  model::PublishedAt published;
  published.value = to_iso_string(moment);
  published.precision = moment.precision;
  published.source = source;
  published.unix_seconds = to_unix_seconds(moment);
  return published;
}

std::optional<DateTime> parse_machine_date(std::string_view text) {
  if (text.size() > kDateBytesMax) return std::nullopt;
  if (const auto iso = parse_iso_date(text)) return iso;
  return parse_loose_date(text, classify_format_word);
}

}  // namespace dixit::parser
