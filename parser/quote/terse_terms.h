#pragma once

#include <optional>

#include "parser/quote/verb_clause.h"

namespace dixit::parser {

// Terms in two half sentences: an order, or the step that must not be taken, and what comes of it.
// "Talk and you die", "One step closer and I shoot", "Zahlt, oder wir töten ihn".
//
// The verb of harm behind the conjunction at `joint`, where terms stand before it; a verb that is
// marked as future needs no such reading.
std::optional<VerbReading> terse_terms(const Analysis& analysis, const VerbClause& clause,
                                       TokenIndex joint);

}  // namespace dixit::parser
