#pragma once

#include <vector>

#include "parser/quote/analysis.h"

namespace dixit::parser {

// The tokens that are likely parts of names in a script without capitals, by what stands around
// them: given names and known entities; words unknown to the language file after a title, a role,
// another name or a verb of speech that wants its subject. In order.
std::vector<TokenIndex> names_by_evidence(const Analysis& analysis);

}  // namespace dixit::parser
