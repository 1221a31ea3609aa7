#pragma once

#include <vector>

#include "parser/quote/draft.h"
#include "parser/quote/threat_rules.h"

namespace dixit::parser {

// A rule that fired on some words.
struct Signal {
  ThreatRule rule = ThreatRule::HarmVerb;
  TokenRange tokens;
  Tag harm = Tag::HarmNoun;  // which kind, where the rule names harm
};

// All signals of a draft's own words, those that are somebody else's (`others`, in order) left
// out. One walk over the tokens.
std::vector<Signal> find_signals(const Analysis& analysis, const Draft& draft,
                                 const std::vector<TokenRange>& others);

// The first signal of a kind or rule, or null.
const Signal* first_of(const std::vector<Signal>& signals, SignalKind kind);
const Signal* first_of(const std::vector<Signal>& signals, ThreatRule rule);

}  // namespace dixit::parser
