#pragma once

#include <vector>

#include "parser/quote/draft.h"

namespace dixit::parser {

// The parts of a draft's own words that are somebody else's: what he quotes in marks, whether or
// not it was read as a quotation of its own (`inner`, in order), and what he reports that others
// say. In order, without overlap. Linear.
std::vector<TokenRange> others_words(const Analysis& analysis, const Draft& draft,
                                     const std::vector<TokenRange>& inner);

}  // namespace dixit::parser
