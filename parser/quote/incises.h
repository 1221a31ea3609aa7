#pragma once

#include <vector>

#include "parser/quote/cues.h"
#include "parser/quote/mentions.h"

namespace dixit::parser {

// The reporter's words put into somebody else's without marks of their own: "“We go, said Smith, to
// the mill.”" has one. In order; they end where the speech goes on, or with `words`.
std::vector<TokenRange> find_incises(const Analysis& analysis, const Mentions& mentions,
                                     const std::vector<Cue>& cues, TokenRange words);

// Whether the words hold what only somebody who speaks says: I, you, a question, an exclamation.
bool sounds_spoken(const Analysis& analysis, TokenRange words);

}  // namespace dixit::parser
