#include "cli/dates.h"

#include "parser/text/date.h"

namespace dixit::cli {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr int kMonthsAYear = 12;

std::int64_t end_of(parser::DateTime date) {
  using model::DatePrecision;
  const std::int64_t begin = parser::to_unix_seconds(date);
  switch (date.precision) {
    case DatePrecision::Minute:
      return begin + kMinute;
    case DatePrecision::Hour:
      return begin + kHour;
    case DatePrecision::Day:
      return begin + kDay;
    case DatePrecision::Month:
      if (date.month < kMonthsAYear) {
        ++date.month;
        break;
      }
      date.month = 1;
      ++date.year;
      break;
    case DatePrecision::Year:
      ++date.year;
      break;
  }
  return parser::to_unix_seconds(date);
}

}  // namespace

std::optional<Period> parse_period(std::string_view text) {
  const auto date = parser::parse_iso_date(text);
  if (!date) return std::nullopt;
  return Period{parser::to_unix_seconds(*date), end_of(*date),
                date->offset_minutes ? "" : parser::to_iso_string(*date)};
}

}  // namespace dixit::cli
