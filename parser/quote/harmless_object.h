#pragma once

#include "parser/quote/verb_clause.h"

namespace dixit::parser {

// Whether what a verb of harm strikes takes none: weeds, a bill, a film. It must be the object
// itself: in "kill you like a deer", "kill the bill's sponsors" and "euch im Film töten" it is not.
bool strikes_harmless(const Analysis& analysis, const VerbClause& clause, TokenRange verb);

}  // namespace dixit::parser
