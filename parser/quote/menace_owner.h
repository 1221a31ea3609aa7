#pragma once

#include <optional>

#include "parser/quote/cues.h"
#include "parser/quote/scene.h"
#include "parser/quote/subject.h"

namespace dixit::parser {

// Who made a threat that a noun tells of, as far as the words behind the noun say: "threats made by
// X", "des menaces qu'a lancées X". Nothing when they do not. Whoever the sentence is about is no
// answer: X may investigate, fear or condemn a threat, and would then be named as its author.
std::optional<Subject> menace_owner(const Scene& scene, const Frame& frame, const Cue& noun);

}  // namespace dixit::parser
