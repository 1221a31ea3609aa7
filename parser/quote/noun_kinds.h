#pragma once

#include "parser/quote/analysis.h"

namespace dixit::parser {

// Whether the noun names what words stand in: a statement, a letter, a video.
bool is_carrier_noun(const Analysis& analysis, TokenIndex noun);

// Whether the noun is one of bodies alone, or part of the name of an entity that is no person.
bool is_body_noun(const Analysis& analysis, TokenIndex noun);

}  // namespace dixit::parser
