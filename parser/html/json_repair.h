#pragma once

#include <string>
#include <string_view>

namespace dixit::parser {

// What pages call JSON, rewritten so that a strict parser accepts it, as far as its meaning is not
// in doubt: comment and CDATA wrappers and what stands before the first bracket or after the last
// are cut; raw control characters and stray quotation marks in strings are escaped; unknown escapes
// lose their backslash; trailing commas go. Anything else is left as it is, for the parser to
// refuse.
//
// Linear. A valid document comes back with the same meaning.
std::string repair_json(std::string_view text);

}  // namespace dixit::parser
