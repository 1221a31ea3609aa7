#pragma once

#include <optional>

#include "parser/quote/attribute.h"

namespace dixit::parser {

// The attribution of words that complete a noun of speech: "condemned Smith's threat to “…”",
// "Smith's words were: “…”". They are whoever's the noun is, not whose verb has the noun for its
// object; where the text names no owner of a threat, they are nobody's.
//
// Nothing when the words complete no noun.
std::optional<Attribution> words_of_noun(const Scene& scene, const Frame& frame,
                                         StretchIndex stretch, const Attribution& found);

}  // namespace dixit::parser
