#pragma once

#include <optional>

#include "parser/quote/subjects.h"

namespace dixit::parser {

// The subject of a verbal cue by the shape of its clause: before the verb, over appositions and
// relative clauses; after it where the language inverts; shared with another verb of the sentence.
std::optional<Subject> clause_subject(const Scene& scene, const Frame& frame, const Cue& cue);

// The mention at the head of the chain of genitives that ends with `last`.
MentionIndex head_of_chain(const Mentions& mentions, MentionIndex last);

}  // namespace dixit::parser
