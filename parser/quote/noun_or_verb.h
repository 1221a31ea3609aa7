#pragma once

#include "parser/quote/cue_verb.h"

namespace dixit::parser {

// Whether the word is the noun of the same form: "the report", "son juge", "reports say".
bool is_noun_here(const Analysis& analysis, TokenIndex i, const CueVerb& verb);

}  // namespace dixit::parser
