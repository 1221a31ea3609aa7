#include "policy/http_date.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <utility>

#include "policy/ascii.h"

namespace dixit::policy {
namespace {

constexpr std::int64_t kDaySeconds = 86'400;

// The longest of the forms has six words; a text with more is no date.
constexpr std::size_t kWordsMax = 8;

struct Words {
  std::array<std::string_view, kWordsMax> items{};
  std::size_t count = 0;
};

// Parts the text at spaces and commas, and a date such as 06-Nov-94 at its hyphens.
std::optional<Words> split_words(std::string_view text) {
  Words words;
  while (true) {
    while (!text.empty() && (is_space(text.front()) || text.front() == ',')) text.remove_prefix(1);
    if (text.empty()) return words;
    if (words.count == kWordsMax) return std::nullopt;
    // A hyphen before the year is a separator, one behind the time ("-0800") is a sign.
    const bool is_sign = text.front() == '-';
    const std::size_t end = text.find_first_of(words.count < 3 && !is_sign ? " \t,-" : " \t,", 1);
    words.items[words.count++] = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end);
    if (text.starts_with('-') && words.count <= 3) text.remove_prefix(1);
  }
}

std::optional<unsigned> month_number(std::string_view name) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (name.size() >= 3 && starts_with_ignoring_case(name, kMonths[i])) return i + 1;
  }
  return std::nullopt;
}

// RFC 5322 §4.3. Seconds to add to UTC for local time.
std::optional<std::int64_t> zone_offset_s(std::string_view zone) {
  constexpr std::array<std::pair<std::string_view, int>, 12> kNames = {{{"gmt", 0},
                                                                        {"utc", 0},
                                                                        {"ut", 0},
                                                                        {"z", 0},
                                                                        {"est", -5},
                                                                        {"edt", -4},
                                                                        {"cst", -6},
                                                                        {"cdt", -5},
                                                                        {"mst", -7},
                                                                        {"mdt", -6},
                                                                        {"pst", -8},
                                                                        {"pdt", -7}}};
  for (const auto& [name, hours] : kNames) {
    if (equal_ignoring_case(zone, name)) return std::int64_t{hours} * 3600;
  }
  if (zone.size() < 5 || (zone.front() != '+' && zone.front() != '-')) return std::nullopt;
  const std::string_view minutes_text = zone.substr(zone[3] == ':' ? 4 : 3);
  const auto hours = parse_whole_number(zone.substr(1, 2));
  const auto minutes = parse_whole_number(minutes_text);
  if (!hours || !minutes || minutes_text.size() != 2 || *hours > 23 || *minutes > 59) {
    return std::nullopt;
  }
  return (zone.front() == '-' ? -1 : 1) * (*hours * 3600 + *minutes * 60);
}

// "08:49:37" or "08:49" as seconds of the day; a leap second counts as the one before it.
std::optional<std::int64_t> time_of_day_s(std::string_view text) {
  const auto hour = parse_whole_number(take_field(text, ':'));
  const auto minute = parse_whole_number(take_field(text, ':'));
  const auto second = parse_whole_number(text.empty() ? "0" : text.substr(0, text.find('.')));
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) {
    return std::nullopt;
  }
  return *hour * 3600 + *minute * 60 + (*second == 60 ? 59 : *second);
}

std::optional<std::int64_t> day_start_s(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(year)),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day)));
  if (!date.ok()) return std::nullopt;
  return std::int64_t{std::chrono::sys_days(date).time_since_epoch().count()} * kDaySeconds;
}

// The year in which the second `now_s` lies.
std::int64_t year_of(std::int64_t now_s) {
  // Outside this range a date has no four-digit year, and chrono's arithmetic would overflow.
  constexpr std::int64_t kYear9999 = 253'402'300'799;
  const std::int64_t within = now_s < 0 ? 0 : std::min(now_s, kYear9999);
  const std::chrono::sys_days day{std::chrono::days(within / kDaySeconds)};
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

std::optional<std::int64_t> read_year(std::string_view text, std::int64_t now_s) {
  const std::optional<std::int64_t> year = parse_whole_number(text);
  if (!year || (text.size() != 2 && text.size() != 4)) return std::nullopt;
  if (text.size() == 4) return year;
  const std::int64_t this_year = year_of(now_s);
  const std::int64_t full = this_year - this_year % 100 + *year;
  return full > this_year + 50 ? full - 100 : full;
}

struct DateParts {
  std::string_view year;
  std::string_view month;
  std::string_view day;
  std::string_view time = "00:00";
  std::string_view zone = "GMT";
};

// Which word is what: with the month before the day it is asctime's order.
std::optional<DateParts> arrange(const Words& words) {
  const auto word = [&words](std::size_t i) {
    return i < words.count ? words.items[i] : std::string_view{};
  };
  std::size_t at = 0;
  if (!word(0).empty() && is_alpha(word(0).front()) && !month_number(word(0))) at = 1;
  DateParts parts;
  if (month_number(word(at))) {
    parts = {word(at + 3), word(at), word(at + 1), word(at + 2), "GMT"};
    return words.count == at + 4 ? std::optional(parts) : std::nullopt;
  }
  if (words.count < at + 3 || words.count > at + 5) return std::nullopt;
  parts.day = word(at);
  parts.month = word(at + 1);
  parts.year = word(at + 2);
  if (words.count > at + 3) parts.time = word(at + 3);
  if (words.count > at + 4) parts.zone = word(at + 4);
  return parts;
}

std::optional<std::int64_t> sum_up(std::optional<std::int64_t> day, std::string_view time,
                                   std::string_view zone) {
  const std::optional<std::int64_t> seconds = time_of_day_s(time);
  const std::optional<std::int64_t> offset = zone_offset_s(zone);
  if (!day || !seconds || !offset) return std::nullopt;
  return *day + *seconds - *offset;
}

bool looks_like_iso_8601(std::string_view text) {
  return text.size() >= 10 && text[4] == '-' && text[7] == '-' && is_digit(text[0]);
}

std::optional<std::int64_t> parse_iso_8601(std::string_view text) {
  const auto year = parse_whole_number(text.substr(0, 4));
  const auto month = parse_whole_number(text.substr(5, 2));
  const auto day = parse_whole_number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  std::string_view time = text.substr(10);
  if (time.empty()) return day_start_s(*year, *month, *day);
  if (to_lower(time.front()) != 't' && time.front() != ' ') return std::nullopt;
  time = trim(time.substr(1));
  const std::size_t zone = time.find_first_of("zZ+- ");
  return sum_up(day_start_s(*year, *month, *day), time.substr(0, zone),
                zone == std::string_view::npos ? "GMT" : trim(time.substr(zone)));
}

}  // namespace

std::optional<std::int64_t> parse_http_date(std::string_view text, std::int64_t now_s) {
  text = trim(text);
  if (looks_like_iso_8601(text)) return parse_iso_8601(text);
  const std::optional<Words> words = split_words(text);
  const std::optional<DateParts> parts = words ? arrange(*words) : std::nullopt;
  if (!parts) return std::nullopt;
  const auto year = read_year(parts->year, now_s);
  const auto month = month_number(parts->month);
  const auto day = parse_whole_number(parts->day);
  if (!year || !month || !day) return std::nullopt;
  return sum_up(day_start_s(*year, *month, *day), parts->time, parts->zone);
}

}  // namespace dixit::policy
