#pragma once

#include <string>
#include <string_view>

#include "parser/text/loose_date.h"

namespace dixit::parser {

// What a word means in a date, in any language that ICU's locale data (CLDR) has: names of months
// and days, halves of the day. A name that means different months in different languages means
// none.
//
// Thread-safe. The first call builds the index of words, some tens of milliseconds.
DateWord calendar_word(std::string_view word);

// The script of the word's first letter by its ISO 15924 code: "Latn", "Hang".
std::string_view script_of(std::string_view word);

// The name of the one language whose calendar is written in the script, "" when there are several
// or none.
std::string calendar_language_of(std::string_view script);

}  // namespace dixit::parser
