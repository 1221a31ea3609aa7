#pragma once

#include <vector>

#include "parser/quote/draft.h"

namespace dixit::parser {

// Words quoted inside somebody's quoted words reached the reader through him: makes him their
// witness.
void add_outer_speakers(const Analysis& analysis, std::vector<Draft>& drafts);

}  // namespace dixit::parser
