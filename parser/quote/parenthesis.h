#pragma once

#include "parser/quote/clause_extent.h"

namespace dixit::parser {

// A cue put into the words that it reports, or after them: "…, the mayor said, …".

// A clause of fewer words says too little to be anybody's.
inline constexpr TokenIndex kClauseWordsMin = 3;

// Whether the mark before a cue and its subject sets them off from what they report.
bool sets_off(const Analysis& analysis, TokenIndex token);

// Whether the words before the cue are a clause rather than an adverbial: "In a short reply, he
// said".
bool may_stand_alone(const Scene& scene, const Frame& frame, TokenRange tokens);

// Whether the cue introduces words in marks, so that those before it are none of its own.
bool introduces_words(const Scene& scene, const Frame& frame, const Cue& cue);

// The words that go on after the parenthesis, which ends at `group_end`; empty when none do.
TokenRange words_after(const Scene& scene, const Frame& frame, const Report& report,
                       TokenIndex group_end);

}  // namespace dixit::parser
