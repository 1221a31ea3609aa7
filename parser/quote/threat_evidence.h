#pragma once

#include <vector>

#include "parser/quote/threat_context.h"
#include "parser/quote/threat_signals.h"

namespace dixit::parser {

// Adds to the signals of a draft's words what the reporter says around them: the cue, the harm and
// the condition in the clause that a fragment completes, who speaks and through what, and what the
// text is about.
void add_reporter_evidence(const Analysis& analysis, const ThreatContext& context,
                           const Draft& draft, const std::vector<TokenRange>& others,
                           std::vector<Signal>& signals);

}  // namespace dixit::parser
