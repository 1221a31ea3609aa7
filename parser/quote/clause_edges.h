#pragma once

#include <optional>

#include "parser/quote/scene.h"
#include "parser/quote/subject.h"

namespace dixit::parser {

// Whether the cue ends a relative clause, so that it reports nothing of what comes after: "the plan
// that he announced, …".
bool in_ended_relative(const Analysis& analysis, const Frame& frame, const Cue& cue);

// Whether the cue is of a relative clause before the main verb, which the words follow: "those who
// threaten to leave are “tired”".
bool in_subjects_relative(const Analysis& analysis, const Frame& frame, const Cue& cue,
                          TokenIndex words);

// Whether the cue has a clause of its own after it, so that it does not report the words before it:
// "“…”, said that the port …".
bool has_clause_after(const Analysis& analysis, const Frame& frame, const Cue& cue,
                      const std::optional<Subject>& source);

// "…, he said: “…”": whether the cue introduces the words that come next.
bool opens_next_stretch(const Scene& scene, const Frame& frame, const Cue& cue);

}  // namespace dixit::parser
