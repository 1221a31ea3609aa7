#pragma once

#include <optional>

#include "parser/quote/clause.h"

namespace dixit::parser {

// The subject of a verbal cue that is neither passive nor impersonal, by the order of words of the
// language: before the verb, after it, or of another verb.
std::optional<Subject> clause_subject(const Clause& clause);

}  // namespace dixit::parser
