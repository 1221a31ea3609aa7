#include "parser/feed/feed_date.h"

#include <fmt/format.h>

#include <string>

#include "parser/feed/local_date_words.h"
#include "parser/text/ascii.h"
#include "parser/text/loose_date.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

// "d" for each digit, other characters as they are: "2003-335" is "dddd-ddd".
std::string shape_of(std::string_view text) {
  std::string shape(text);
  for (char& c : shape) {
    if (is_ascii_digit(c)) c = 'd';
  }
  return shape;
}

int number_at(std::string_view text, std::size_t offset, std::size_t digits) {
  int value = 0;
  for (const char c : text.substr(offset, digits)) value = value * 10 + (c - '0');
  return value;
}

// The day of a year by its number, as ISO 8601 writes it; "" where the year has no such day.
std::string ordinal_day(int year, int day_of_year) {
  DateTime moment;
  moment.year = year;
  for (moment.month = 1; moment.month <= 12; ++moment.month) {
    int days = 28;
    for (moment.day = days + 1; moment.day <= 31 && is_valid(moment); ++moment.day) ++days;
    if (day_of_year >= 1 && day_of_year <= days) {
      return fmt::format("{:04}-{:02}-{:02}", year, moment.month, day_of_year);
    }
    day_of_year -= days;
  }
  return "";
}

// The date in its full form, "" when it has none of the shortened ones.
std::string full_form(std::string_view date) {
  const std::string shape = shape_of(date);
  const auto year = [&date](std::size_t offset) { return full_year(number_at(date, offset, 2)); };
  if (shape == "-dddd") return fmt::format("{}-{}", year(1), date.substr(3));
  if (shape == "-dd-dd") return fmt::format("{}-{}", year(1), date.substr(4));
  if (shape == "dddddd") {
    return fmt::format("{}-{}-{}", year(0), date.substr(2, 2), date.substr(4));
  }
  if (shape == "dd-dd-dd") return fmt::format("{}-{}", year(0), date.substr(3));
  if (shape == "dddd-0dd-dd" || shape == "dddd-ddd-dd") {
    return date[5] == '0' ? fmt::format("{}{}", date.substr(0, 5), date.substr(6)) : "";
  }
  if (shape == "ddddd") return ordinal_day(year(0), number_at(date, 2, 3));
  if (shape == "ddddddd") return ordinal_day(number_at(date, 0, 4), number_at(date, 4, 3));
  if (shape == "dddd-ddd") return ordinal_day(number_at(date, 0, 4), number_at(date, 5, 3));
  return "";
}

}  // namespace

std::optional<DateTime> parse_truncated_iso_date(std::string_view text) {
  text = trim_ascii(text);
  if (text.size() > kDateBytesMax) return std::nullopt;
  const std::size_t time = std::min(text.find_first_of("Tt "), text.size());
  const std::string date = full_form(text.substr(0, time));
  if (date.empty()) return parse_iso_date(text);
  return parse_iso_date(date + std::string(text.substr(time)));
}

std::optional<DateTime> parse_feed_date(std::string_view text) {
  text = trim_white_space(text);
  if (text.empty() || text.size() > kDateBytesMax) return std::nullopt;
  if (const auto machine = parse_machine_date(text)) return machine;
  if (const auto truncated = parse_truncated_iso_date(text)) return truncated;
  return parse_local_date(text);
}

}  // namespace dixit::parser
