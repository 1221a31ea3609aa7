#pragma once

#include <optional>
#include <vector>

#include "model/threat.h"
#include "parser/quote/draft.h"
#include "parser/quote/threat_signals.h"

namespace dixit::parser {

// Whom the reporter calls threatened anywhere in a text, in order: the object of a verb of
// threatening, whoever threats are made against, aimed at or received by.
std::vector<TokenRange> find_threatened(const Analysis& analysis, const std::vector<bool>& quoted);

// Whom a threat is aimed at: by its own words, by its cue, by what the rest of the text says.
std::optional<model::Target> find_target(const Analysis& analysis, const Draft& draft,
                                         const std::vector<Signal>& signals,
                                         const std::vector<TokenRange>& threatened);

}  // namespace dixit::parser
