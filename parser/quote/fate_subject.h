#pragma once

#include <optional>
#include <vector>

#include "parser/quote/target_check.h"
#include "parser/quote/threat_signals.h"

namespace dixit::parser {

// On whom the words set a fate without a verb of harm: "whoever stays", and of a fragment the
// subject of the clause that it completes.
std::optional<TokenRange> subject_of_fate(const Analysis& analysis, const Draft& draft,
                                          const std::vector<Signal>& signals,
                                          const TargetCheck& check);

}  // namespace dixit::parser
