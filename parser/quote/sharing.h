#pragma once

#include <vector>

#include "parser/quote/draft.h"

namespace dixit::parser {

// What is said of one stretch holds for the next of the same speaker, and for the one before it:
// near by the channel, its hands and the hedge, through the whole text whom he spoke to.
void share_along_speakers(const Analysis& analysis, std::vector<Draft>& drafts);

}  // namespace dixit::parser
