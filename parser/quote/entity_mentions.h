#pragma once

#include <vector>

#include "parser/quote/analysis.h"

namespace dixit::parser {

// The aliases of entities in the text, longest first at each place, not overlapping, in order. An
// ambiguous one counts only where the text names the same entity by another.
//
// Requires: the analysis knows its tokens and paragraphs.
std::vector<EntityMention> find_entity_mentions(const Analysis& analysis);

}  // namespace dixit::parser
