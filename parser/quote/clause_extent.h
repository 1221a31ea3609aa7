#pragma once

#include <optional>

#include "parser/quote/complement.h"
#include "parser/quote/subjects.h"

namespace dixit::parser {

// A cue and whoever it names, while its words are measured. Ownership: borrows both.
struct Report {
  const Cue* cue = nullptr;
  const std::optional<Subject>* source = nullptr;
};

// Where the words that begin at `begin` end, given where the cue stands: a clause of time or a
// relative clause ends before the main clause goes on.
TokenIndex reported_end(const Scene& scene, const Frame& frame, const Report& report,
                        TokenIndex begin);

// The same for what the cue governs: a noun phrase ends before a clause of time, a deed in a
// relative clause before the sentence's own verb, and a verb's frame holds the condition after it.
TokenIndex complement_end(const Scene& scene, const Frame& frame, const Report& report,
                          const Complement& complement, TokenIndex begin);

}  // namespace dixit::parser
