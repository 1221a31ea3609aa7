#include "parser/text/loose_date.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "parser/text/ascii.h"
#include "parser/text/time_zone.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

using model::DatePrecision;

// RFC 5322 section 3.3
constexpr std::array<std::string_view, 12> kMonthTokens{"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> kDayTokens{"mon", "tue", "wed", "thu",
                                                     "fri", "sat", "sun"};

bool is_letter_at(std::string_view text, std::size_t offset) {
  const auto value = static_cast<UChar32>(decode_at(text, offset).value);
  return u_isalpha(value) != 0 || u_charType(value) == U_NON_SPACING_MARK;
}

struct Number {
  int value = 0;
  std::size_t digits = 0;
};

class LooseReader {
 public:
  LooseReader(std::string_view text, const DateWordClassifier& classify)
      : text_(text), classify_(classify) {}

  std::optional<DateTime> read() {
    while (position_ < text_.size()) {
      if (!read_part()) return std::nullopt;
    }
    if (!place_numbers()) return std::nullopt;
    if (!apply_half_day() || !is_valid(moment_)) return std::nullopt;
    return moment_;
  }

 private:
  char at(std::size_t ahead = 0) const {
    return position_ + ahead < text_.size() ? text_[position_ + ahead] : '\0';
  }

  bool read_part() {
    if (is_ascii_digit(at())) return read_number_or_time();
    if (has_time_ && !has_zone_ && (at() == '+' || at() == '-')) return read_zone_here();
    if (at() == '(') return skip_comment();
    if (is_letter_at(text_, position_)) return read_word();
    constexpr std::string_view kSeparators = " \t\r\n\f,.-/";
    if (kSeparators.find(at()) == std::string_view::npos) return false;
    ++position_;
    return true;
  }

  // RFC 5322 section 3.2.2: comments, such as the zone's name spelled out at the end.
  bool skip_comment() {
    const std::size_t close = text_.find(')', position_);
    if (close == std::string_view::npos) return false;
    position_ = close + 1;
    return true;
  }

  Number take_number() {
    Number number;
    while (is_ascii_digit(at()) && number.digits < 9) {
      number.value = number.value * 10 + (at() - '0');
      ++number.digits;
      ++position_;
    }
    return number;
  }

  bool read_number_or_time() {
    const Number number = take_number();
    if (is_ascii_digit(at())) return false;
    if (at() == ':') return !has_time_ && read_time(number);
    numbers_.push_back(number);
    return numbers_.size() <= 3;
  }

  bool read_time(const Number& hour) {
    has_time_ = true;
    ++position_;
    const Number minute = take_number();
    Number second{0, 2};
    if (at() == ':') {
      ++position_;
      second = take_number();
      if (at() == '.' && is_ascii_digit(at(1))) {
        ++position_;
        take_number();
      }
    }
    const auto is_field = [](const Number& n) { return n.digits == 1 || n.digits == 2; };
    if (!is_field(hour) || !is_field(minute) || !is_field(second) || at() == ':') return false;
    moment_.hour = hour.value;
    moment_.minute = minute.value;
    moment_.second = std::min(second.value, second.value == 60 ? 59 : second.value);
    moment_.precision = DatePrecision::Minute;
    return true;
  }

  bool read_zone_here() {
    const std::optional<ZonePrefix> zone = read_zone(text_.substr(position_));
    if (!zone || zone->length == 0) return false;
    moment_.offset_minutes = zone->offset_minutes;
    has_zone_ = true;
    position_ += zone->length;
    return true;
  }

  std::string_view word_here() const {
    std::size_t end = position_;
    while (end < text_.size() && is_letter_at(text_, end)) end += decode_at(text_, end).length;
    return text_.substr(position_, end - position_);
  }

  bool read_word() {
    if (has_time_ && !has_zone_) {
      // After a time a zone's name is meant, whatever it is elsewhere.
      const std::optional<ZonePrefix> zone = read_zone(text_.substr(position_));
      if (zone && zone->offset_minutes) return read_zone_here();
    }
    const std::string_view word = word_here();
    const DateWord meaning = classify_(word);
    switch (meaning.kind) {
      case DateWordKind::Month:
        if (moment_month_ != 0) return false;
        moment_month_ = meaning.month;
        break;
      case DateWordKind::Am:
      case DateWordKind::Pm:
        half_day_ = meaning.kind;
        break;
      case DateWordKind::Weekday:
      case DateWordKind::Filler:
        break;
      case DateWordKind::Unknown:
        return has_time_ && !has_zone_ && read_zone_here();
    }
    position_ += word.size();
    return true;
  }

  bool place_numbers() {
    if (moment_month_ == 0) return place_three_numbers();
    if (numbers_.size() != 2) return false;
    Number day = numbers_[0];
    Number year = numbers_[1];
    if (day.digits > 2) std::swap(day, year);
    if (day.digits > 2 || (year.digits != 2 && year.digits != 4)) return false;
    moment_.month = moment_month_;
    moment_.day = day.value;
    moment_.year = year.digits == 2 ? full_year(year.value) : year.value;
    return true;
  }

  bool place_three_numbers() {
    if (numbers_.size() != 3 || numbers_[0].digits != 4) return false;
    if (numbers_[1].digits > 2 || numbers_[2].digits > 2) return false;
    moment_.year = numbers_[0].value;
    moment_.month = numbers_[1].value;
    moment_.day = numbers_[2].value;
    return true;
  }

  bool apply_half_day() {
    if (!half_day_) return true;
    if (!has_time_ || moment_.hour > 12) return has_time_;
    const int noon = *half_day_ == DateWordKind::Pm ? 12 : 0;
    moment_.hour = moment_.hour % 12 + noon;
    return true;
  }

  std::string_view text_;
  const DateWordClassifier& classify_;
  std::size_t position_ = 0;
  DateTime moment_;
  int moment_month_ = 0;
  std::vector<Number> numbers_;
  bool has_time_ = false;
  bool has_zone_ = false;
  std::optional<DateWordKind> half_day_;
};

}  // namespace

DateWord classify_format_word(std::string_view word) {
  const std::string lower = ascii_lowercase(word);
  if (lower == "am") return {DateWordKind::Am};
  if (lower == "pm") return {DateWordKind::Pm};
  // ISO 8601's letter between date and time.
  if (lower == "t") return {DateWordKind::Filler};
  const std::string_view token = std::string_view(lower).substr(0, 3);
  if (token.size() < 3 || !is_ascii(lower)) return {};
  const auto month = std::find(kMonthTokens.begin(), kMonthTokens.end(), token);
  if (month != kMonthTokens.end()) {
    return {DateWordKind::Month, static_cast<int>(month - kMonthTokens.begin()) + 1};
  }
  const bool is_day = std::find(kDayTokens.begin(), kDayTokens.end(), token) != kDayTokens.end();
  return {is_day ? DateWordKind::Weekday : DateWordKind::Unknown};
}

std::optional<DateTime> parse_loose_date(std::string_view text,
                                         const DateWordClassifier& classify) {
  text = trim_ascii(text);
  if (text.empty() || text.size() > kDateBytesMax) return std::nullopt;
  return LooseReader(text, classify).read();
}

int full_year(int two_digits) { return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits; }

}  // namespace dixit::parser
