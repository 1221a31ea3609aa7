#pragma once

#include <string_view>

#include "parser/quote/attribute.h"

namespace dixit::parser {

// The attribution of words that go on the utterance of another stretch, which must have one.
Attribution going_on_from(const Attributions& attributions, StretchIndex other, double score,
                          std::string_view rule);

// Attributes what has no cue of its own: words that make up a sentence belong to the utterance
// before or after them, words in a sentence in the mood of reported speech to whoever spoke last.
void continue_utterances(const Scene& scene, Attributions& attributions);

}  // namespace dixit::parser
