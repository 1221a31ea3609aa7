#pragma once

#include <optional>

#include "parser/quote/scene.h"

namespace dixit::parser {

// The subject of a verbal cue, or whom a preposition or noun names. Nothing when the clause has
// none: a verb may leave it out, and a passive has none that speaks.
std::optional<Subject> subject_of(const Scene& scene, const Frame& frame, const Cue& cue);

}  // namespace dixit::parser
