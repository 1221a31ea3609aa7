#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "parser/text/date.h"

namespace dixit::parser {

// Dates whose parts stand in any order, told apart by their looks: RFC 5322, RFC 850, asctime,
// JavaScript's Date and what feeds make of them.

enum class DateWordKind { Unknown, Month, Weekday, Am, Pm, Filler };

struct DateWord {
  DateWordKind kind = DateWordKind::Unknown;
  int month = 0;  // 1..12 of a Month

  bool operator==(const DateWord&) const = default;
};

// Says what a run of letters means in a date; an Unknown word makes the text no date.
using DateWordClassifier = std::function<DateWord(std::string_view word)>;

// The words that the standards fix: RFC 5322's three-letter names of months and days, also when
// written out, and the halves of the twelve-hour clock.
DateWord classify_format_word(std::string_view word);

// Reads a date in which a month stands as a word, or year, month and day as three numbers in this
// order, with at most one time and one zone.
std::optional<DateTime> parse_loose_date(std::string_view text, const DateWordClassifier& classify);

// The year that two digits mean, by RFC 5322 section 4.3: 49 is 2049, 50 is 1950.
int full_year(int two_digits);

}  // namespace dixit::parser
