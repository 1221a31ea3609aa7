#pragma once

#include <optional>

#include "parser/quote/clause.h"

namespace dixit::parser {

// The subject after its verb: "said the mayor", "hat der Minister gesagt".
std::optional<Subject> subject_after_verb(const Clause& clause);

// "Die Arbeit lobte er": where the verb comes second, a pronoun right after it is the subject.
std::optional<Subject> pronoun_after_verb(const Clause& clause);

// "…, said Smith, …": the subject right after the verb and nothing of the clause after it.
std::optional<Subject> closely_inverted_subject(const Clause& clause);

}  // namespace dixit::parser
