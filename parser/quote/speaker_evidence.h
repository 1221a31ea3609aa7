#pragma once

#include <vector>

#include "parser/quote/threat_context.h"
#include "parser/quote/threat_signals.h"

namespace dixit::parser {

// Whether the phrase names something rather than somebody, as far as words tell: "their feud".
bool names_thing(const Analysis& analysis, TokenRange phrase);

// Adds what is known of the one who speaks: whether the reporter calls him threatening or
// threatened, whether he bears arms by trade, whether the words came without a name.
void add_speaker_evidence(const Analysis& analysis, const ThreatContext& context,
                          const Draft& draft, std::vector<Signal>& signals);

// Whether nobody is named as the source and something written or recorded carries the words.
bool is_anonymous_message(const Analysis& analysis, const Draft& draft);

bool is_armed_speaker(const Analysis& analysis, const Draft& draft);

}  // namespace dixit::parser
