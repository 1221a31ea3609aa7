#include "parser/quote/threat_words.h"

#include <algorithm>
#include <array>

#include "parser/quote/foretold.h"
#include "parser/quote/harm_verbs.h"
#include "parser/quote/terse_terms.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words between "before", "within" and the time that they set.
constexpr TokenIndex kDeadlineReach = 4;

// Words after "or" in which its subject stands.
constexpr TokenIndex kAlternativeReach = 3;

// Words between whoever does something and what becomes of him.
constexpr TokenIndex kFateReach = 24;

// Words between a noun of harm and what takes the harm away.
constexpr TokenIndex kPreventionReach = 3;

// Words between a noun of harm and the word that denies it.
constexpr TokenIndex kDenialReach = 2;

struct WordRule {
  Tag tag;
  ThreatRule rule;
};
constexpr auto kWordRules = std::to_array<WordRule>({
    {Tag::CoerceNoun, ThreatRule::CoercionNoun},
    {Tag::VeiledHarm, ThreatRule::VeiledPhrase},
    {Tag::VeiledHint, ThreatRule::VeiledHint},
    {Tag::Allusion, ThreatRule::Allusion},
    {Tag::Mishap, ThreatRule::Mishap},
    {Tag::ConditionMarker, ThreatRule::Condition},
    {Tag::DeadlinePhrase, ThreatRule::Deadline},
    {Tag::IntentPhrase, ThreatRule::Intent},
    {Tag::HarmlessContext, ThreatRule::HarmlessWords},
    {Tag::HazardNoun, ThreatRule::Hazard},
    {Tag::Responsibility, ThreatRule::ClaimedHarm},
});

}  // namespace

void ThreatWords::read(TokenIndex i) {
  read_plain(i);
  read_harm_noun(i);
  read_deadline(i);
  read_person(i);
  read_order(i);
  read_payment(i);
  read_or_else(i);
  read_terse(i);
  read_whoever(i);
}

void ThreatWords::add(ThreatRule rule, TokenRange tokens, Tag harm) {
  signals_->push_back({.rule = rule, .tokens = tokens, .harm = harm});
  const SignalKind kind = kind_of(rule);
  if (kind == SignalKind::Address || kind == SignalKind::Order) asked_ = tokens.begin;
  ordered_ = ordered_ || kind == SignalKind::Order;
  committed_ = committed_ || kind == SignalKind::Commitment;
}

void ThreatWords::read_plain(TokenIndex i) {
  for (const WordRule& entry : kWordRules) {
    const PhraseMatch* match = analysis_->match(i, entry.tag);
    if (match == nullptr || i + match->length > clause_->words().end) continue;
    if (entry.tag == Tag::ConditionMarker && opens_nothing(i + match->length)) continue;
    add(entry.rule, {.begin = i, .end = i + match->length}, entry.tag);
    if (entry.tag == Tag::VeiledHarm &&
        strikes_wrongdoer(*analysis_, *clause_, signals_->back().tokens)) {
      add(ThreatRule::Pursuit, signals_->back().tokens);
    }
  }
}

// A condition needs a clause: "volant si près" has none, "s'en prendre" is reflexive.
bool ThreatWords::opens_nothing(TokenIndex begin) const {
  if (analysis_->is(begin - 1, Tag::Elision) && analysis_->is(begin - 1, Tag::ObjectPronoun)) {
    return !analysis_->is(begin, Tag::Pronoun);
  }
  return begin + 1 >= clause_->words().end && analysis_->is(begin, Tag::Adverb);
}

// "no war", "not a bomb": harm that is denied is none.
void ThreatWords::read_harm_noun(TokenIndex i) {
  const PhraseMatch* match = analysis_->match(i, Tag::HarmNoun);
  if (match == nullptr || i + match->length > clause_->words().end) return;
  // A word that was read as a verb of harm here is no noun beside.
  if (!signals_->empty() && signals_->back().tokens.begin == i &&
      kind_of(signals_->back().rule) != SignalKind::Veiled) {
    return;
  }
  const TokenRange noun{.begin = i, .end = i + match->length};
  if (clause_->conditional(i) && !clause_->future_before(i)) return;
  // "put an end to the violence", "victims of the war": harm that is not wished for.
  for (TokenIndex back = 1; back <= kPreventionReach && i >= back; ++back) {
    if (clause_->ends_clause(i - back)) break;
    if (analysis_->within(i - back, Tag::Preventing)) return add(ThreatRule::Prevented, noun);
  }
  if (prevented_at_end(noun.end)) return add(ThreatRule::Prevented, noun);
  add(ThreatRule::HarmNoun, noun);
  for (TokenIndex back = 1; back <= kDenialReach && i >= back; ++back) {
    if (!clause_->words().contains(i - back) || clause_->ends_clause(i - back)) return;
    if (analysis_->is(i - back, Tag::Negation)) return add(ThreatRule::Negated, noun);
  }
}

// "Die Anschläge hätten verhindert werden können": there the participle follows.
bool ThreatWords::prevented_at_end(TokenIndex begin) const {
  if (!analysis_->language().grammar.participle_at_end) return false;
  for (TokenIndex i = begin; i < begin + kPreventionReach && clause_->words().contains(i); ++i) {
    if (clause_->ends_clause(i)) return false;
    if (analysis_->is(i, Tag::Preventing) && !analysis_->is(i, Tag::Preposition)) return true;
  }
  return false;
}

// "before Friday", "within three days", "d'ici lundi".
void ThreatWords::read_deadline(TokenIndex i) {
  const PhraseMatch* opener = analysis_->match(i, Tag::DeadlineOpener);
  if (opener == nullptr) return;
  const TokenIndex begin = i + opener->length;
  for (TokenIndex t = begin; t < begin + kDeadlineReach && clause_->words().contains(t); ++t) {
    if (clause_->ends_clause(t)) return;
    const bool time = analysis_->is(t, Tag::Weekday) || analysis_->is(t, Tag::Month) ||
                      analysis_->is(t, Tag::TimeUnit);
    if (time) return add(ThreatRule::Deadline, {.begin = i, .end = t + 1});
  }
}

void ThreatWords::read_person(TokenIndex i) {
  if (addresses(*analysis_, i)) {
    const PhraseMatch* you =
        analysis_->match_any(i, std::to_array({Tag::Address, Tag::PoliteAddress}));
    return add(ThreatRule::SecondPerson, {.begin = i, .end = i + you->length});
  }
  // "ihr Haus" is hers.
  const PhraseMatch* owner = analysis_->match(i, Tag::Possessive);
  if (owner != nullptr && owner->entry.features.person != Person::Second) return;
  for (const Tag tag : {Tag::Pronoun, Tag::ObjectPronoun, Tag::Possessive}) {
    const PhraseMatch* match = analysis_->match(i, tag);
    if (match == nullptr || match->entry.features.person != Person::Second) continue;
    return add(ThreatRule::SecondPerson, {.begin = i, .end = i + match->length});
  }
}

// "Leave, or …": an order and an alternative.
void ThreatWords::read_order(TokenIndex i) {
  if (clause_->indirect()) return;
  if (i != clause_->words().begin && !clause_->ends_clause(i - 1)) return;
  for (const PhraseMatch& match : analysis_->matches(i)) {
    if (match.entry.features.mood != Mood::Imperative) continue;
    return add(ThreatRule::Order, {.begin = i, .end = i + match.length});
  }
}

// "You will pay": a verb that harms nobody but in the mouth of one who threatens. Of third
// parties it is more often a prediction.
void ThreatWords::read_payment(TokenIndex i) {
  const auto verb = read_verb(*analysis_, i, std::to_array({Tag::Pay}));
  if (!verb || clause_->own_subject(*verb) || clause_->negated(i)) return;
  const auto future = clause_->future(*verb);
  if (!future || clause_->conditional(i)) return;
  const bool foretold = is_foretold(*analysis_, *clause_, *verb, *future);
  const bool addressed = clause_->addressed_subject(*verb) && !foretold;
  add(addressed ? ThreatRule::WillPay : ThreatRule::Prediction, verb->tokens);
  if (foretold) add(ThreatRule::Foretold, verb->tokens);
}

// "Give it back, or we …": an alternative to what is ordered, or of the speaker's own making to
// what is asked of somebody.
void ThreatWords::read_or_else(TokenIndex i) {
  const PhraseMatch* match = analysis_->match(i, Tag::ConditionMarker);
  if (match == nullptr || !analysis_->is(i, Tag::Conjunction) || asked_ == kNoToken) return;
  if (analysis_->sentence_of(asked_) + 1 < analysis_->sentence_of(i)) return;
  if (!ordered_ && !own_alternative(i)) return;
  add(ThreatRule::OrElse, {.begin = i, .end = i + match->length});
}

// "Talk and you die": what comes of it stands in the present.
void ThreatWords::read_terse(TokenIndex i) {
  if (clause_->indirect()) return;
  if (const auto fate = terse_terms(*analysis_, *clause_, i)) {
    add(ThreatRule::TerseTerms, fate->tokens);
  }
}

bool ThreatWords::own_alternative(TokenIndex i) const {
  for (TokenIndex t = i + 1; t <= i + kAlternativeReach && clause_->words().contains(t); ++t) {
    if (analysis_->is(t, Tag::OwnPronoun) || analysis_->is(t, Tag::FutureMarker)) return true;
    for (const Tag tag : {Tag::Pronoun, Tag::ObjectPronoun}) {
      const PhraseMatch* own = analysis_->match(t, tag);
      if (own != nullptr && own->entry.features.person == Person::First) return true;
    }
  }
  return false;
}

// "Anyone who stays will die", "any ship will be a target": fate set on a kind of deed.
void ThreatWords::read_whoever(TokenIndex i) {
  // "werden sie alle töten": all of them, and no kind of people.
  const bool of_them = i > 0 && analysis_->is(i - 1, Tag::Pronoun);
  if (analysis_->is(i, Tag::Whoever) && !of_them) whoever_ = i;
  if (whoever_ == kNoToken || i > whoever_ + kFateReach) return;
  const auto verb = read_verb(*analysis_, i, std::to_array({Tag::Pay, Tag::HarmKill}));
  const bool fate = (verb && clause_->future(*verb) && !clause_->negated(i)) ||
                    (committed_ && analysis_->is(i, Tag::HarmNoun));
  if (!fate) return;
  add(ThreatRule::WhoeverWill, {.begin = whoever_, .end = i + 1});
  whoever_ = kNoToken;
}

}  // namespace dixit::parser
