#pragma once

#include <optional>

#include "parser/quote/clause.h"

namespace dixit::parser {

// The subject before its verb, over parentheses, appositions and relative clauses; or the one after
// it where the verb closes what it reports: "…, said Smith".
std::optional<Subject> preceding_subject(const Clause& clause);

// The noun phrase that opens the clause and ends at its verb: what is left of a subject before the
// verb in a language whose verbs come first, in headlines and after a complementizer.
std::optional<Subject> opening_subject(const Clause& clause);

}  // namespace dixit::parser
