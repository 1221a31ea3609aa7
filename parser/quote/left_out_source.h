#pragma once

#include <optional>
#include <vector>

#include "parser/quote/attribute.h"

namespace dixit::parser {

// Gives the verbs of speech that name nobody the source that their reader supplies, in a language
// whose verbs leave their subject out: whoever spoke last, else whom the sentence before is about.
// Nobody further off, and nobody whose number, gender or person the verb contradicts.
void fill_left_out_sources(const Scene& scene,
                           std::vector<std::optional<Attribution>>& attributions);

}  // namespace dixit::parser
