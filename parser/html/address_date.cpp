#include "parser/html/address_date.h"

#include <algorithm>

#include "parser/text/ascii.h"
#include "parser/text/loose_date.h"

namespace dixit::parser {
namespace {

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(text[at]);
}

// `count` digits at `at`, or -1.
int number_at(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!is_digit_at(text, i)) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::optional<DateTime> day(int year, int month, int day_of_month) {
  DateTime date;
  date.year = year;
  date.month = month;
  date.day = day_of_month;
  if (year < 1990 || year > 2100 || !is_valid(date)) return std::nullopt;
  return date;
}

bool is_separator(char c) { return c == '/' || c == '-' || c == '_' || c == '.'; }

// The month that three letters name at `at` ("/2021/jan/15/"), or 0.
int month_named_at(std::string_view path, std::size_t at) {
  const DateWord word = classify_format_word(path.substr(std::min(at, path.size()), 3));
  return word.kind == DateWordKind::Month ? word.month : 0;
}

// "15-01-2021", with nothing but digits' neighbours around it.
std::optional<DateTime> day_first_at(std::string_view path, std::size_t at) {
  constexpr std::size_t kBytes = 10;
  if (at + kBytes > path.size() || is_digit_at(path, at + kBytes)) return std::nullopt;
  const char separator = path[at + 2];
  if (separator != '-' && separator != '.') return std::nullopt;
  if (path[at + 5] != separator) return std::nullopt;
  return day(number_at(path, at + 6, 4), number_at(path, at + 3, 2), number_at(path, at, 2));
}

// A day written at `at`: year, separator, month, the same separator, day; or eight digits.
std::optional<DateTime> day_at(std::string_view path, std::size_t at) {
  const int year = number_at(path, at, 4);
  if (year < 0) return day_first_at(path, at);
  const std::size_t after = at + 4;
  if (!is_digit_at(path, at + 8) && number_at(path, after, 4) >= 0) {
    return day(year, number_at(path, after, 2), number_at(path, after + 2, 2));
  }
  if (after >= path.size() || !is_separator(path[after])) return std::nullopt;
  const char separator = path[after];
  if (const int month = month_named_at(path, after + 1); month != 0) {
    const std::size_t second = after + 4;
    if (second >= path.size() || path[second] != separator) return std::nullopt;
    return day(year, month, number_at(path, second + 1, is_digit_at(path, second + 2) ? 2 : 1));
  }
  const std::size_t month_digits = is_digit_at(path, after + 2) ? 2 : 1;
  const std::size_t second = after + 1 + month_digits;
  if (second >= path.size() || path[second] != separator) return std::nullopt;
  const std::size_t day_digits = is_digit_at(path, second + 2) ? 2 : 1;
  if (is_digit_at(path, second + 1 + day_digits)) return std::nullopt;
  return day(year, number_at(path, after + 1, month_digits),
             number_at(path, second + 1, day_digits));
}

}  // namespace

std::optional<DateTime> date_of_address(std::string_view url) {
  const std::size_t scheme = url.find("://");
  std::size_t at = scheme == std::string_view::npos ? 0 : url.find('/', scheme + 3);
  for (; at < url.size(); ++at) {
    if (!is_ascii_digit(url[at]) || (at > 0 && is_ascii_digit(url[at - 1]))) continue;
    if (auto found = day_at(url, at)) return found;
  }
  return std::nullopt;
}

}  // namespace dixit::parser
