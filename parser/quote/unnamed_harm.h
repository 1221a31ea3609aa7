#pragma once

#include <vector>

#include "parser/quote/threat_context.h"
#include "parser/quote/threat_signals.h"

namespace dixit::parser {

// Adds the harm that words leave unsaid: "threatened to call again", or terms that one who
// threatens sets without an "or else". Does nothing where the words name or veil harm themselves.
void add_unnamed_harm(const Analysis& analysis, const ThreatContext& context, const Draft& draft,
                      std::vector<Signal>& signals);

}  // namespace dixit::parser
