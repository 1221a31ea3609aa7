#include "storage/warc_values.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

#include "storage/ascii.h"

namespace dixit::storage {
namespace {

bool is_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

// RFC 9110 section 5.6.2.
bool is_token(std::string_view value) {
  return !value.empty() && std::ranges::all_of(value, [](char c) {
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return is_letter(c) || is_ascii_digit(c) || kMarks.find(c) != std::string_view::npos;
  });
}

// `count` digits off the front of `text`, as a number.
std::optional<unsigned> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  unsigned value = 0;
  for (const char c : text.substr(0, count)) {
    if (!is_ascii_digit(c)) return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || ascii_lower(text.front()) != ascii_lower(expected)) return false;
  text.remove_prefix(1);
  return true;
}

// ".123456789", of which milliseconds are kept; nothing when it is malformed.
std::optional<unsigned> take_fraction(std::string_view& text) {
  if (!take(text, '.')) return 0U;
  unsigned ms = 0;
  std::size_t digits = 0;
  for (; !text.empty() && is_ascii_digit(text.front()); ++digits) {
    constexpr std::size_t kMsDigits = 3;
    if (digits < kMsDigits) ms = ms * 10 + static_cast<unsigned>(text.front() - '0');
    text.remove_prefix(1);
  }
  constexpr std::size_t kDigitsMax = 9;  // section 5.4
  if (digits == 0 || digits > kDigitsMax) return std::nullopt;
  if (digits == 1) ms *= 100;
  if (digits == 2) ms *= 10;
  return ms;
}

struct DateParts {
  unsigned year = 0;
  unsigned month = 1;
  unsigned day = 1;
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
  unsigned ms = 0;
};

// W3C's profile of ISO 8601: the date may end after the year, month, day or minute.
std::optional<DateParts> read_parts(std::string_view text) {
  DateParts parts;
  const auto year = take_digits(text, 4);
  if (!year) return std::nullopt;
  parts.year = *year;
  struct Step {
    char before;
    unsigned DateParts::* part;
  };
  constexpr std::array<Step, 5> kSteps{{{'-', &DateParts::month},
                                        {'-', &DateParts::day},
                                        {'t', &DateParts::hour},
                                        {':', &DateParts::minute},
                                        {':', &DateParts::second}}};
  constexpr std::size_t kTimeStep = 2;
  std::size_t step = 0;
  while (step < kSteps.size() && !text.empty() && take(text, kSteps.at(step).before)) {
    const auto value = take_digits(text, 2);
    if (!value) return std::nullopt;
    parts.*kSteps.at(step).part = *value;
    ++step;
  }
  if (step == kSteps.size()) {
    const auto ms = take_fraction(text);
    if (!ms) return std::nullopt;
    parts.ms = *ms;
  }
  const bool has_time = step > kTimeStep;
  if (has_time && (step == kTimeStep + 1 || !take(text, 'z'))) return std::nullopt;
  return text.empty() ? std::optional(parts) : std::nullopt;
}

}  // namespace

bool is_number(std::string_view value) {
  value = trim(value);
  return !value.empty() && std::ranges::all_of(value, is_ascii_digit);
}

bool is_absolute_uri(std::string_view value) {
  const std::size_t colon = value.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == value.size()) return false;
  if (!is_letter(value.front())) return false;
  const bool scheme = std::ranges::all_of(value.substr(0, colon), [](char c) {
    return is_letter(c) || is_ascii_digit(c) || c == '+' || c == '-' || c == '.';
  });
  // Bytes above ASCII are left alone: crawlers write IRIs.
  return scheme && std::ranges::none_of(value, [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte <= 0x20 || byte == 0x7F || c == '<' || c == '>' || c == '"';
         });
}

bool is_bracketed_uri(std::string_view value) {
  return value.size() > 2 && value.front() == '<' && value.back() == '>' &&
         is_absolute_uri(value.substr(1, value.size() - 2));
}

bool is_warc_date(std::string_view value) { return parse_warc_date(value).has_value(); }

bool is_media_type(std::string_view value) {
  const std::string_view type = trim(value.substr(0, value.find(';')));
  const std::size_t slash = type.find('/');
  return slash != std::string_view::npos && is_token(type.substr(0, slash)) &&
         is_token(type.substr(slash + 1));
}

bool is_digest_label(std::string_view value) {
  const std::size_t colon = value.find(':');
  return colon != std::string_view::npos && is_token(value.substr(0, colon)) &&
         colon + 1 < value.size();
}

bool is_ip_address(std::string_view value) {
  const std::string text(value);
  in6_addr address{};
  return inet_pton(AF_INET, text.c_str(), &address) == 1 ||
         inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

std::optional<std::int64_t> parse_warc_date(std::string_view value) {
  const auto parts = read_parts(trim(value));
  if (!parts) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(parts->year)),
                                        std::chrono::month(parts->month),
                                        std::chrono::day(parts->day)};
  constexpr unsigned kLeapSecond = 60;
  if (!day.ok() || parts->hour > 23 || parts->minute > 59 || parts->second > kLeapSecond) {
    return std::nullopt;
  }
  const auto at = std::chrono::sys_days(day) + std::chrono::hours(parts->hour) +
                  std::chrono::minutes(parts->minute) + std::chrono::seconds(parts->second) +
                  std::chrono::milliseconds(parts->ms);
  return std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
}

}  // namespace dixit::storage
