#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace dixit::parser {

// A moment as exactly as a text states it and no more.
struct DateTime {
  int year = 1970;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  model::DatePrecision precision = model::DatePrecision::Day;
  std::optional<int> offset_minutes;  // east of UTC; absent when the text names no zone

  bool operator==(const DateTime&) const = default;
};

// Spellings of the twelve months in one language, January first, each folded by fold_word().
using MonthNames = std::array<std::vector<std::string>, 12>;

// Nothing is longer than this and still a date; beyond it a text is refused unread.
inline constexpr std::size_t kDateBytesMax = 256;

// True for a day that the Gregorian calendar has, in the years 1 to 9999, and a time that clocks
// show, with a zone that exists (at most 14 hours from UTC; tzdb).
bool is_valid(const DateTime& date);

// Start of the stated minute, day, ... in Unix time; UTC where no zone is given. Requires:
// is_valid.
std::int64_t to_unix_seconds(const DateTime& date);

// The second in UTC. Requires: in the years 1 to 9999.
DateTime from_unix_seconds(std::int64_t seconds);

// ISO 8601 cut to the precision: "2021-01-15T10:30+01:00", "2021-01". Requires: is_valid.
std::string to_iso_string(const DateTime& date);

model::PublishedAt to_published_at(const DateTime& date, model::DateSource source);

// A date as machines write it, whatever the form: ISO 8601 and its profiles (RFC 3339, W3C's), RFC
// 5322 with all the zones of RFC 822, RFC 850, asctime, JavaScript's Date. White space at the ends
// does not count; anything else around the date makes it none.
std::optional<DateTime> parse_machine_date(std::string_view text);

// The ISO 8601 part of it: "2021", "2021-01", "2021-01-15", "20210115",
// "2021-01-15T10:30:00+01:00", with "/" or "." for "-" and a space for "T" (RFC 3339 section 5.6),
// and a zone's name.
std::optional<DateTime> parse_iso_date(std::string_view text);

// The first date in running text or a line of a page, with a month's name ("15 janvier 2021",
// "January 15, 2021", "15 de enero de 2021", digits of any script), or in numbers. Of "3/4/2021"
// the first number is the day unless `order` says otherwise. A time beside it ("10:30", "10h30",
// "10:30 pm") is read; a zone is not.
enum class DateOrder { DayFirst, MonthFirst };
std::optional<DateTime> find_visible_date(std::string_view text, const MonthNames& months,
                                          DateOrder order = DateOrder::DayFirst);

// Month numbers by folded name, with and without diacritics.
using MonthIndex = std::map<std::string, int, std::less<>>;

// find_visible_date() for many texts of one page: the names are sorted once.
class VisibleDates {
 public:
  VisibleDates(const MonthNames& months, DateOrder order);

  [[nodiscard]] std::optional<DateTime> find(std::string_view text) const;

 private:
  MonthIndex months_;
  DateOrder order_;
};

}  // namespace dixit::parser
