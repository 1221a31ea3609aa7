#pragma once

#include <optional>
#include <vector>

#include "parser/quote/target_check.h"
#include "parser/quote/threat_signals.h"

namespace dixit::parser {

// What the harm strikes, by the words themselves: the object of a harming verb, the subject of a
// passive, whom attacks are on, whoever does what calls the harm down. Nothing when the object is
// a pronoun: who that is must be found elsewhere.
std::optional<TokenRange> object_of_harm(const Analysis& analysis, const Draft& draft,
                                         const std::vector<Signal>& signals,
                                         const TargetCheck& check);

}  // namespace dixit::parser
