#include <array>

#include "parser/text/ascii.h"
#include "parser/text/date.h"
#include "parser/text/time_zone.h"

namespace dixit::parser {
namespace {

using model::DatePrecision;

// Reads one ISO 8601 date from front to back; every step says whether what it met was well formed.
class IsoReader {
 public:
  explicit IsoReader(std::string_view text) : rest_(text) {}

  std::optional<DateTime> read() {
    if (!read_date()) return std::nullopt;
    if (!rest_.empty() && !read_time()) return std::nullopt;
    if (!rest_.empty() || !is_valid(moment_)) return std::nullopt;
    return moment_;
  }

 private:
  bool next_is(char c) const { return !rest_.empty() && rest_[0] == c; }

  bool take(char c) {
    if (!next_is(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // Between `min` and `max` digits, all that stand there.
  std::optional<int> take_number(std::size_t min, std::size_t max) {
    std::size_t length = 0;
    int value = 0;
    while (length < rest_.size() && length < max && is_ascii_digit(rest_[length])) {
      value = value * 10 + (rest_[length++] - '0');
    }
    if (length < min) return std::nullopt;
    rest_.remove_prefix(length);
    return value;
  }

  bool store(std::optional<int> value, int& field, DatePrecision precision) {
    if (!value) return false;
    field = *value;
    moment_.precision = precision;
    return true;
  }

  bool read_date() {
    if (!store(take_number(4, 4), moment_.year, DatePrecision::Year)) return false;
    if (rest_.empty()) return true;
    if (is_ascii_digit(rest_[0])) {
      return store(take_number(2, 2), moment_.month, DatePrecision::Month) &&
             store(take_number(2, 2), moment_.day, DatePrecision::Day);
    }
    const char separator = rest_[0];
    if (separator != '-' && separator != '/' && separator != '.') return false;
    rest_.remove_prefix(1);
    if (!store(take_number(1, 2), moment_.month, DatePrecision::Month)) return false;
    if (!take(separator)) return rest_.empty();
    return store(take_number(1, 2), moment_.day, DatePrecision::Day);
  }

  bool read_time() {
    if (!take('T') && !take('t')) {
      if (!take(' ')) return false;
      while (take(' ')) {
      }
      take('T');
    }
    if (!store(take_number(1, 2), moment_.hour, DatePrecision::Hour)) return false;
    const bool is_extended = take(':');
    if (is_extended || (!rest_.empty() && is_ascii_digit(rest_[0]))) {
      if (!store(take_number(2, 2), moment_.minute, DatePrecision::Minute)) return false;
      if (!read_seconds(is_extended)) return false;
    }
    return read_zone_part() && normalise_clock();
  }

  bool read_seconds(bool is_extended) {
    const bool more = is_extended ? take(':') : !rest_.empty() && is_ascii_digit(rest_[0]);
    if (more && !store(take_number(2, 2), moment_.second, DatePrecision::Minute)) return false;
    if (!take('.') && !take(',')) return true;
    // A fraction of any length; Dixit keeps whole seconds.
    std::size_t digits = 0;
    while (digits < rest_.size() && is_ascii_digit(rest_[digits])) ++digits;
    rest_.remove_prefix(digits);
    return digits > 0;
  }

  bool read_zone_part() {
    rest_ = trim_ascii(rest_);
    const std::optional<ZonePrefix> zone = read_zone(rest_);
    if (!zone) return false;
    // A word that is no known zone is something else, and then this is no bare date.
    if (zone->length > 0 && !zone->offset_minutes) return false;
    moment_.offset_minutes = zone->offset_minutes;
    rest_.remove_prefix(zone->length);
    // RFC 9557: "2021-01-15T10:30+01:00[Europe/Paris]"
    if (next_is('[') && rest_.find(']') == rest_.size() - 1) rest_ = {};
    return true;
  }

  // ISO 8601 has the midnight that ends a day as 24:00, and leap seconds as :60.
  bool normalise_clock() {
    if (moment_.second == 60) moment_.second = 59;
    if (moment_.hour != 24) return true;
    if (moment_.minute != 0 || moment_.second != 0) return false;
    moment_.hour = 23;
    moment_.minute = 59;
    moment_.second = 59;
    return true;
  }

  std::string_view rest_;
  DateTime moment_;
};

}  // namespace

std::optional<DateTime> parse_iso_date(std::string_view text) {
  text = trim_ascii(text);
  if (text.size() > kDateBytesMax) return std::nullopt;
  return IsoReader(text).read();
}

}  // namespace dixit::parser
