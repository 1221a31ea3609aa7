#pragma once

#include <optional>

#include "parser/quote/clause.h"

namespace dixit::parser {

// The subject before its verb, over parentheses, appositions and relative clauses; or the one after
// it where the verb closes what it reports: "…, said Smith".
std::optional<Subject> preceding_subject(const Clause& clause);

}  // namespace dixit::parser
