#pragma once

#include <vector>

#include "parser/quote/analysis.h"

namespace dixit::parser {

// Whom the reporter calls threatening and whom threatened, anywhere in a text, in order.
struct ThreatParties {
  std::vector<TokenRange> threateners;  // subjects and agents of threatening; authors of threats
  std::vector<TokenRange> threatened;   // objects; those whom threats are against or reach
};

// Words that are quoted are left out: they tell what somebody says, not what the reporter holds.
ThreatParties find_threat_parties(const Analysis& analysis, const std::vector<bool>& quoted);

}  // namespace dixit::parser
