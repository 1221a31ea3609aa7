#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dixit::report {

// Columns that `text` takes on a terminal: East Asian wide characters take two, combining marks
// none (Unicode Standard Annex 11). Requires: printable text.
std::size_t display_width(std::string_view text);

// The longest beginning of `text` that fits into `columns`, with an ellipsis when it was cut.
std::string fit(std::string_view text, std::size_t columns);

// `text` broken at blanks into lines that fit into `columns`; a word that is longer stands alone
// and is not cut. A newline in the text begins a new line. Never empty.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace dixit::report
