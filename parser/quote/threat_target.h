#pragma once

#include <optional>
#include <vector>

#include "parser/quote/threat_signals.h"

namespace dixit::parser {

// Whom or what the words threaten: what a harming verb acts on, else whoever is addressed as "you"
// — the one the cue names, or the one the text speaks of. Nothing when the text does not say.
std::optional<model::Target> find_target(const Analysis& analysis, const Draft& draft,
                                         const std::vector<Signal>& signals);

}  // namespace dixit::parser
