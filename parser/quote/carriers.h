#pragma once

#include "parser/quote/analysis.h"

namespace dixit::parser {

// Whether the phrase names somebody whose trade is to hand words on: a news agency, a newspaper, a
// monitoring group, by its common noun or by its name.
bool names_carrier(const Analysis& analysis, const TokenRange& phrase);

// The same, or a station: whoever shows and plays the words of others.
bool hands_words_on(const Analysis& analysis, const TokenRange& phrase);

}  // namespace dixit::parser
