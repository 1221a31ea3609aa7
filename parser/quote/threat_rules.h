#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dixit::parser {

// The rules that speak for and against a threat: what each says, its stable identifier and what it
// is worth.
//
// Evidence adds up; kThreatThreshold of it makes a threat. The weights were set by reading what
// each kind of evidence is worth alone and then held against annotated passages: no single rule
// but a plain one reaches the threshold, and two that merely hint do not either.

enum class SignalKind : std::uint8_t {
  Harm,        // physical harm
  Coercion,    // another serious harm
  Veiled,      // harm that is meant and not named
  Commitment,  // the speaker, or those he speaks for, will bring it about
  Address,     // a second person
  Condition,
  Deadline,
  Order,    // an imperative, half of an ultimatum
  Context,  // what the reporter says around the words
  Against,  // negated, past, a metaphor's field, a danger nobody controls
};

// clang-format off
// X(enumerator, identifier, kind, weight)
#define DIXIT_THREAT_RULES(X)                                                   \
  /* harm in the words */                                                       \
  X(HarmVerb, "threat.harm_verb", Harm, 0.45)                                   \
  X(HarmGerund, "threat.harm_gerund", Harm, 0.25)                               \
  X(HarmNoun, "threat.harm_noun", Harm, 0.35)                                   \
  X(HarmAround, "threat.harm_around", Harm, 0.5)                               \
  X(CoercionVerb, "threat.coercion_verb", Coercion, 0.45)                       \
  X(OthersAct, "threat.others_act", Coercion, 0.1)                              \
  X(OwnAct, "threat.own_act", Coercion, 0.1)                                    \
  X(CoercionNoun, "threat.coercion_noun", Coercion, 0.3)                       \
  X(CoercionAround, "threat.coercion_around", Coercion, 0.5)                   \
  X(VeiledPhrase, "threat.veiled_phrase", Veiled, 0.75)                         \
  X(VeiledHint, "threat.veiled_hint", Veiled, 0.5)                              \
  X(Allusion, "threat.allusion", Veiled, 0.4)                                   \
  X(Mishap, "threat.mishap", Veiled, 0.4)                                       \
  X(WillPay, "threat.will_pay", Veiled, 1.15)                                   \
  X(Prediction, "threat.prediction", Veiled, 0.15)                              \
  X(WhoeverWill, "threat.whoever_will", Veiled, 0.75)                           \
  X(OrElse, "threat.or_else", Veiled, 0.75)                                     \
  X(TerseTerms, "threat.terse_terms", Veiled, 0.75)                             \
  X(AnonymousOrder, "threat.anonymous_order", Veiled, 0.4)                      \
  X(UnnamedHarm, "threat.unnamed_harm", Veiled, 0.4)                            \
  X(UnnamedCoercion, "threat.unnamed_coercion", Coercion, 0.3)                  \
  /* its coming */                                                              \
  X(FutureHarm, "threat.future_harm", Commitment, 0.45)                          \
  X(OthersWill, "threat.others_will", Commitment, 0.15)                         \
  X(PresentHarm, "threat.present_harm", Commitment, 0.35)                       \
  X(OwnHand, "threat.own_hand", Commitment, 0.3)                                \
  X(OwnDeed, "threat.own_deed", Commitment, 0.0)                                \
  X(Future, "threat.future", Commitment, 0.3)                                   \
  X(Intent, "threat.intent", Commitment, 0.4)                                   \
  X(IncitedHarm, "threat.incited_harm", Commitment, 0.45)                       \
  X(ThreatenCue, "threat.threaten_cue", Commitment, 0.8)                        \
  X(ThreatNounCue, "threat.threat_noun_cue", Commitment, 0.5)                   \
  X(ThreatenedTo, "threat.threatened_to", Commitment, 1.0)                      \
  X(WarnCue, "threat.warn_cue", Commitment, 0.2)                                \
  X(PromiseCue, "threat.promise_cue", Commitment, 0.4)                          \
  X(CalledThreat, "threat.called_threat", Context, 0.25)                        \
  /* who is meant, and on what terms */                                         \
  X(SecondPerson, "threat.second_person", Address, 0.2)                         \
  X(Condition, "threat.condition", Condition, 0.25)                             \
  X(ConditionAround, "threat.condition_around", Context, 0.2)                   \
  X(Deadline, "threat.deadline", Deadline, 0.15)                                \
  X(Order, "threat.order", Order, 0.3)                                          \
  /* what the reporter says around the words */                                 \
  X(ToldOf, "threat.told_of", Context, 0.1)                                     \
  X(ToldSomebody, "threat.told_somebody", Context, 0.0)                         \
  X(StrikesWitness, "threat.strikes_witness", Context, 0.0)                     \
  X(ArmedSpeaker, "threat.armed_speaker", Context, 0.25)                        \
  X(Threatener, "threat.threatener", Context, 0.25)                             \
  X(AnonymousMessage, "threat.anonymous_message", Context, 0.25)                \
  X(ThreateningMessage, "threat.threatening_message", Context, 0.4)             \
  X(SameUtterance, "threat.same_utterance", Context, 0.0)                       \
  /* against */                                                                 \
  X(Past, "no_threat.past", Against, -0.5)                                      \
  X(ClaimedHarm, "no_threat.claimed_harm", Against, -0.2)                       \
  X(Prevented, "no_threat.prevented", Against, -0.3)                            \
  X(Negated, "no_threat.negated", Against, -1.1)                                \
  X(NotSaid, "no_threat.not_said", Against, -4.0)                               \
  X(AgainstSpeaker, "no_threat.against_speaker", Against, -1.1)                 \
  X(HarmlessWords, "no_threat.harmless_words", Against, -0.8)                   \
  X(HarmlessField, "no_threat.harmless_field", Against, -0.5)                   \
  X(HarmlessText, "no_threat.harmless_text", Against, -0.5)                     \
  X(Hazard, "no_threat.hazard", Against, -0.8)                                  \
  X(HazardThreatens, "no_threat.hazard_threatens", Against, -3)                 \
  X(AboutThreats, "no_threat.about_threats", Against, -0.4)                     \
  X(ReportsOthers, "no_threat.reports_others", Against, -0.5)                   \
  X(ThreatenedSpeaks, "no_threat.threatened_speaks", Against, -0.5)             \
  X(Foretold, "no_threat.foretold", Against, -0.6)                              \
  X(Pursuit, "no_threat.pursuit", Against, -0.6)                                \
  X(DangerLooms, "no_threat.danger_looms", Against, -0.3)                       \
  X(Verdict, "no_threat.verdict", Against, -0.4)
// clang-format on

enum class ThreatRule : std::uint8_t {
#define DIXIT_THREAT_RULE_ENUMERATOR(enumerator, name, kind, weight) enumerator,
  DIXIT_THREAT_RULES(DIXIT_THREAT_RULE_ENUMERATOR)
#undef DIXIT_THREAT_RULE_ENUMERATOR
};

#define DIXIT_THREAT_RULE_ENUMERATOR(enumerator, name, kind, weight) ThreatRule::enumerator,
inline constexpr auto kAllThreatRules =
    std::to_array<ThreatRule>({DIXIT_THREAT_RULES(DIXIT_THREAT_RULE_ENUMERATOR)});
#undef DIXIT_THREAT_RULE_ENUMERATOR

// The evidence that makes a threat.
inline constexpr double kThreatThreshold = 0.9;
// The same where nobody's words are given and none is said to threaten, warn or vow.
inline constexpr double kReportedThreshold = 1.5 * kThreatThreshold;

// The least that a stretch must show of its own to share in the threat of its utterance.
inline constexpr double kSharedThreatLeast = 0.35;

// The same of a fragment, which the reporter's sentence ties to the threat.
inline constexpr double kSharedFragmentLeast = 0.15;

std::string_view name_of(ThreatRule rule);
SignalKind kind_of(ThreatRule rule);
double weight_of(ThreatRule rule);

}  // namespace dixit::parser
