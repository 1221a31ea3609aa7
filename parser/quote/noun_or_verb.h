#pragma once

#include "parser/quote/verb_reading.h"

namespace dixit::parser {

// Whether the word is the noun of the same form: "the report", "son juge", "reports say".
bool is_noun_here(const Analysis& analysis, TokenIndex i, const VerbReading& verb);

}  // namespace dixit::parser
