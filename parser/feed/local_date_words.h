#pragma once

#include <optional>
#include <string_view>

#include "parser/text/date.h"

namespace dixit::parser {

// Dates with the words of any language that ICU's locale data (CLDR) has: names of months and days,
// halves of the day, and the letters that East Asian languages put after numbers. A name that means
// different months in different languages means none.
//
// A time without a zone, in a script that only one language's calendar uses, is taken to be that
// country's, where the whole country keeps one time.
//
// Thread-safe. The first call builds the index of words, some tens of milliseconds.
std::optional<DateTime> parse_local_date(std::string_view text);

}  // namespace dixit::parser
