#pragma once

#include <optional>

#include "parser/quote/clause.h"

namespace dixit::parser {

// The subject of a verb that has none of its own: of the reporting verb before it, else whoever
// opens the sentence. "X spoke and said", "X sent a letter, saying".
std::optional<Subject> shared_subject(const Clause& clause);

// Of a gerund or infinitive: the noun that it stands by, else another verb's subject.
std::optional<Subject> subject_of_dependent(const Clause& clause);

}  // namespace dixit::parser
