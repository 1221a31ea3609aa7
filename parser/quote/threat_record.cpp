#include "parser/quote/threat_record.h"

#include <algorithm>
#include <array>
#include <string>

namespace dixit::parser {
namespace {

using model::SpeechAct;
using model::ThreatClass;

// PLOVER's modes of THREATEN and CAMEO's codes below 13 for each kind of harm.
struct HarmCode {
  Tag harm;
  const char* mode;
  const char* cameo;
};
constexpr auto kCodes = std::to_array<HarmCode>({
    {Tag::HarmKill, "violence", "138"},
    {Tag::HarmAttack, "violence", "138"},
    {Tag::HarmInjure, "violence", "138"},
    {Tag::HarmNoun, "violence", "138"},
    {Tag::HarmAbduct, "violence", "1383"},
    {Tag::HarmDestroy, "violence", "1383"},
    {Tag::HarmWar, "violence", "1384"},
    {Tag::CoerceSanction, "restrict", "1312"},
    {Tag::CoerceArrest, "arrest", "132"},
    {Tag::CoerceExpel, "expel", "1313"},
    {Tag::CoerceStop, "relations", "134"},
    {Tag::CoerceStrike, "restrict", "133"},
    {Tag::CoerceSue, "restrict", "131"},
    {Tag::CoerceReveal, "restrict", "131"},
    {Tag::CoerceNoun, "restrict", "131"},
});

// CAMEO's code of an ultimatum that names no harm.
constexpr const char* kUltimatumCode = "139";

const Signal* strongest_harm(const std::vector<Signal>& signals, ThreatClass wanted) {
  const SignalKind kind = wanted == ThreatClass::Violent ? SignalKind::Harm : SignalKind::Coercion;
  const Signal* best = nullptr;
  for (const Signal& signal : signals) {
    if (kind_of(signal.rule) != kind || signal.rule == ThreatRule::UnnamedCoercion) continue;
    if (best == nullptr || weight_of(signal.rule) > weight_of(best->rule)) best = &signal;
  }
  return best;
}

SpeechAct act_of(const std::vector<Signal>& signals, bool conditional) {
  if (first_of(signals, ThreatRule::IncitedHarm) != nullptr) return SpeechAct::Incitement;
  const bool demands = first_of(signals, SignalKind::Order) != nullptr ||
                       first_of(signals, ThreatRule::OrElse) != nullptr ||
                       first_of(signals, SignalKind::Deadline) != nullptr;
  return conditional && demands ? SpeechAct::Ultimatum : SpeechAct::CommissiveThreat;
}

class ConditionReader {
 public:
  ConditionReader(const Analysis& analysis, const Draft& draft, model::Threat& threat)
      : analysis_(&analysis), draft_(&draft), threat_(&threat) {}

  void read(const std::vector<Signal>& signals) {
    if (const Signal* own = first_of(signals, SignalKind::Condition)) {
      write(own->tokens, draft_->tokens.end);
    } else if (const Signal* around = first_of(signals, ThreatRule::ConditionAround)) {
      const auto sentence = analysis_->sentences()[analysis_->sentence_of(around->tokens.begin)];
      write(around->tokens, sentence.end);
    } else {
      read_after();
    }
    // A kind of deed that calls harm down, and an order that nobody signs, are terms too.
    if (first_of(signals, ThreatRule::WhoeverWill) != nullptr ||
        first_of(signals, ThreatRule::AnonymousOrder) != nullptr) {
      threat_->conditional = true;
    }
    if (const Signal* deadline = first_of(signals, SignalKind::Deadline)) {
      threat_->deadline = std::string(analysis_->text_of(deadline->tokens));
      threat_->conditional = true;
    }
  }

 private:
  // … “we will close it,” he said, if they came.
  void read_after() {
    const TokenRange sentence =
        analysis_->sentences()[analysis_->sentence_of(draft_->tokens.end - 1)];
    for (TokenIndex i = draft_->tokens.end; i < sentence.end; ++i) {
      if (analysis_->mark(i) == U'.') return;
      const PhraseMatch* marker = analysis_->match(i, Tag::ConditionMarker);
      if (marker == nullptr) continue;
      return write({.begin = i, .end = i + marker->length}, sentence.end);
    }
  }

  // The clause that the marker opens, up to the next mark.
  void write(TokenRange marker, TokenIndex limit) {
    TokenIndex end = marker.end;
    while (end < limit && analysis_->token(end).kind != TokenKind::Punctuation) ++end;
    threat_->conditional = true;
    threat_->condition = model::Condition{
        .span = byte_span(*analysis_, {.begin = marker.begin, .end = end}),
        .demand = std::string(analysis_->text_of({.begin = marker.end, .end = end}))};
  }

  const Analysis* analysis_;
  const Draft* draft_;
  model::Threat* threat_;
};

}  // namespace

void write_rationale(const Analysis& analysis, const std::vector<Signal>& signals,
                     model::Threat& threat) {
  threat.rationale.clear();
  for (const Signal& signal : signals) {
    threat.rationale.push_back(
        {.span = byte_span(analysis, signal.tokens), .rule = std::string(name_of(signal.rule))});
  }
}

void write_threat(const Analysis& analysis, const Draft& draft, const std::vector<Signal>& signals,
                  ThreatClass threat_class, model::Threat& threat) {
  threat.threat_class = threat_class;
  const Signal* harm = strongest_harm(signals, threat_class);
  threat.directness = harm == nullptr ? model::Directness::Veiled : model::Directness::Explicit;
  ConditionReader(analysis, draft, threat).read(signals);
  threat.speech_act = act_of(signals, threat.conditional);
  const Tag kind = harm != nullptr                        ? harm->harm
                   : threat_class == ThreatClass::Violent ? Tag::HarmNoun
                                                          : Tag::CoerceNoun;
  const auto code = std::find_if(kCodes.begin(), kCodes.end(),
                                 [kind](const HarmCode& entry) { return entry.harm == kind; });
  threat.mode = code->mode;
  threat.cameo =
      threat.speech_act == SpeechAct::Ultimatum && harm == nullptr ? kUltimatumCode : code->cameo;
}

SpeechAct act_without_threat(const Draft& draft, const std::vector<Signal>& signals) {
  if (first_of(signals, ThreatRule::ClaimedHarm) != nullptr) {
    return SpeechAct::ClaimOfResponsibility;
  }
  const bool danger = first_of(signals, ThreatRule::Hazard) != nullptr ||
                      first_of(signals, SignalKind::Harm) != nullptr;
  return danger && !draft.cue.empty() && draft.cue_tag == Tag::Warn ? SpeechAct::Warning
                                                                    : SpeechAct::None;
}

}  // namespace dixit::parser
