#pragma once

#include <vector>

#include "model/threat.h"
#include "parser/quote/threat_context.h"
#include "parser/quote/threat_signals.h"

namespace dixit::parser {

// Writes down why a quotation is or is no threat: each rule with the words on which it fired.
void write_rationale(const Analysis& analysis, const std::vector<Signal>& signals,
                     model::Threat& threat);

// Writes down a threat of the given class: speech act, directness, condition, deadline, PLOVER mode
// and CAMEO code. Its target is found by others.
void write_threat(const Analysis& analysis, const Draft& draft, const std::vector<Signal>& signals,
                  model::ThreatClass threat_class, model::Threat& threat);

// What words that do not threaten do instead, where it touches threats: a claim of responsibility
// for harm that was done, a warning of harm that the speaker does not control.
model::SpeechAct act_without_threat(const Draft& draft, const std::vector<Signal>& signals);

}  // namespace dixit::parser
