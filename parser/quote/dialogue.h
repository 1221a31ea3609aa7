#pragma once

#include <vector>

#include "parser/quote/cues.h"
#include "parser/quote/marks.h"
#include "parser/quote/mentions.h"

namespace dixit::parser {

// Cuts what the reporter put into the marked words out of them, and adds the turns of a dialogue
// that dashes open, where the language writes it so and the text shows that they are turns rather
// than a list. Ordered by start as `marked` is.
std::vector<MarkedStretch> with_dialogue(const Analysis& analysis, const Mentions& mentions,
                                         const std::vector<Cue>& cues,
                                         std::vector<MarkedStretch> marked);

}  // namespace dixit::parser
