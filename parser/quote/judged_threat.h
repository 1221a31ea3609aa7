#pragma once

#include <cstdint>
#include <vector>

#include "parser/quote/analysis.h"
#include "parser/quote/draft.h"
#include "parser/quote/threat_signals.h"

namespace dixit::parser {

// Whether the words, by what they say themselves, are likelier a threat that is told of than what
// somebody says of one: they kill, destroy or maim. That those who threaten will be pursued, struck
// back at or brought to court is what is said of threats, unless it is said to somebody's face.
// `called` is whether they were held to be a threat, which what is said around them helps to
// decide.
enum class Called : std::uint8_t { Nothing, Threat };
bool threatens_harm(const Analysis& analysis, const std::vector<Signal>& signals, Called called);

// Whether words that threaten stand behind a clause whose subject judges, denies, denounces or
// looks into a threat of somebody else's, or receives what they came with: "rejected the rebels'
// ultimatum: “Surrender or die.”" He has not said them. Words there that do not threaten are what
// he says of it: "rejected the ultimatum: “We will not give in.”"
//
// Requires: threatens_harm() of the draft.
bool is_judged_threat(const Analysis& analysis, const Draft& draft);

}  // namespace dixit::parser
