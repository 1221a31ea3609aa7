#pragma once

#include "parser/quote/scene.h"

namespace dixit::parser {

// Where a reported clause that begins at `begin` ends within its sentence: at the sentence's end, a
// semicolon or colon, a parenthetical cue ("…, he said"), a coordinated clause with a cue of its
// own, or a relative clause that the reporter adds. Words in marks count as one word.
//
// `subordinate` says that the cue itself stands in a clause of time or the like ("While he says
// that …, he …"): the main clause after its comma is none of the words.
TokenIndex clause_end(const Scene& scene, const Frame& frame, TokenIndex begin, bool subordinate);

}  // namespace dixit::parser
