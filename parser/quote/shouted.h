#pragma once

#include <vector>

#include "parser/quote/analysis.h"

namespace dixit::parser {

// The words whose capitals tell nothing: those of paragraphs written in capitals throughout, as
// agencies once did and headlines do, unless the language file knows them as names or not at all.
std::vector<TokenIndex> shouted_words(const Analysis& analysis);

}  // namespace dixit::parser
