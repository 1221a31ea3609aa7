#pragma once

#include <string>
#include <string_view>

namespace dixit::parser {

// White space as a reader of a page sees it: HTML's own (ASCII), and the Unicode spaces and
// invisible marks that content systems leave behind.

// Runs of white space, no-break spaces included, become one space; none at the ends. Zero-width
// space, word joiner and byte-order mark, and the soft hyphen, vanish.
std::string collapse_white_space(std::string_view text);

// The same, appended to `out` as one more run of the same line: a space is kept at most once.
void append_collapsed(std::string& out, std::string_view text);

}  // namespace dixit::parser
