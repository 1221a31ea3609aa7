#pragma once

#include "parser/quote/analysis.h"
#include "parser/quote/draft.h"

namespace dixit::parser {

// Whether words that threaten stand behind a clause whose subject judges, denies, denounces or
// looks into a threat of somebody else's, or receives what they came with: "rejected the rebels'
// ultimatum: “Surrender or die.”" He has not said them. Words there that do not threaten are what
// he says of it: "rejected the ultimatum: “We will not give in.”"
//
// Requires: the draft is a threat.
bool is_judged_threat(const Analysis& analysis, const Draft& draft);

}  // namespace dixit::parser
