#include "parser/quote/threat_signals.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace dixit::parser {
namespace {

constexpr auto kViolent = std::to_array({Tag::HarmKill, Tag::HarmAttack, Tag::HarmAbduct,
                                         Tag::HarmDestroy, Tag::HarmInjure, Tag::HarmWar});
constexpr auto kCoercive =
    std::to_array({Tag::CoerceSanction, Tag::CoerceArrest, Tag::CoerceExpel, Tag::CoerceStop,
                   Tag::CoerceStrike, Tag::CoerceSue, Tag::CoerceReveal});

// Words between an auxiliary or modal and its verb, or between a subject and its verb.
constexpr TokenIndex kVerbGroupReach = 6;

// Weights were set by reading what each kind of evidence is worth alone; a threat needs 1.
constexpr double kHarmEvent = 0.45;
constexpr double kHarmWord = 0.3;
constexpr double kFuture = 0.4;
constexpr double kOwnHand = 0.3;
constexpr double kAddressed = 0.2;
constexpr double kCondition = 0.25;
constexpr double kVeiled = 0.7;
constexpr double kOrderOrElse = 0.3;
constexpr double kPast = -0.5;
constexpr double kNegated = -0.7;
constexpr double kHarmless = -0.8;

class SignalFinder {
 public:
  SignalFinder(const Analysis& analysis, TokenRange words) : analysis_(&analysis), words_(words) {}

  std::vector<Signal> find() {
    for (TokenIndex i = words_.begin; i < words_.end; ++i) {
      find_harm(i, kViolent, SignalKind::Harm);
      find_harm(i, kCoercive, SignalKind::Coercion);
      find_word(i, Tag::HarmNoun, SignalKind::Harm, "threat.harm_noun", kHarmWord);
      find_word(i, Tag::CoerceNoun, SignalKind::Coercion, "threat.coercion_noun", kHarmWord);
      find_word(i, Tag::VeiledHarm, SignalKind::Veiled, "threat.veiled_phrase", kVeiled);
      find_word(i, Tag::ConditionMarker, SignalKind::Condition, "threat.condition", kCondition);
      find_word(i, Tag::DeadlinePhrase, SignalKind::Deadline, "threat.deadline", kCondition / 2);
      find_word(i, Tag::IntentPhrase, SignalKind::Commitment, "threat.intent", kFuture);
      find_word(i, Tag::HarmlessContext, SignalKind::Against, "no_threat.harmless_field",
                kHarmless);
      find_word(i, Tag::HazardNoun, SignalKind::Against, "no_threat.hazard", kHarmless);
      find_person(i);
      find_order(i);
      find_payment(i);
    }
    return std::move(signals_);
  }

 private:
  void add(SignalKind kind, TokenRange tokens, const char* rule, double weight,
           Tag harm = Tag::HarmKill) {
    signals_.push_back(
        {.kind = kind, .tokens = tokens, .rule = rule, .weight = weight, .harm = harm});
  }

  void find_word(TokenIndex i, Tag tag, SignalKind kind, const char* rule, double weight) {
    const PhraseMatch* match = analysis_->match(i, tag);
    if (match != nullptr && i + match->length <= words_.end) {
      add(kind, {.begin = i, .end = i + match->length}, rule, weight, tag);
    }
  }

  // A harming verb with its tense, its subject and its negation.
  void find_harm(TokenIndex i, std::span<const Tag> tags, SignalKind kind) {
    const PhraseMatch* match = analysis_->match_any(i, tags);
    if (match == nullptr) return;
    const TokenRange verb{.begin = i, .end = i + match->length};
    add(kind, verb, kind == SignalKind::Harm ? "threat.harm_verb" : "threat.coercion_verb",
        kHarmEvent, match->entry.tag);
    read_tense(verb, match->entry.features.mood);
    if (negated(i)) add(SignalKind::Against, verb, "no_threat.negated", kNegated);
  }

  void read_tense(const TokenRange& verb, Mood mood) {
    const std::optional<TokenRange> future = future_marker(verb.begin);
    const bool will = mood == Mood::Future || future.has_value();
    if (will) {
      add(SignalKind::Commitment, future.value_or(verb), "threat.future_harm", kFuture);
      if (own_subject(verb.begin)) {
        add(SignalKind::Commitment, verb, "threat.own_hand", kOwnHand);
      }
      return;
    }
    if (past(verb.begin, mood)) add(SignalKind::Against, verb, "no_threat.past", kPast);
  }

  // What makes the verb future: a marker, a modal, a verb of intention, a future copula before it.
  [[nodiscard]] std::optional<TokenRange> future_marker(TokenIndex verb) const {
    for (TokenIndex back = 1; back <= kVerbGroupReach && verb - back >= words_.begin &&
                              verb >= back && !clause_mark(verb - back);
         ++back) {
      const TokenIndex j = verb - back;
      const PhraseMatch* match =
          analysis_->match_any(j, std::to_array({Tag::FutureMarker, Tag::IntentPhrase, Tag::Intend,
                                                 Tag::Threaten, Tag::Promise}));
      if (match != nullptr) return TokenRange{.begin = j, .end = j + match->length};
      for (const Tag tag : {Tag::Copula, Tag::Auxiliary, Tag::Modal}) {
        const PhraseMatch* helper = analysis_->match(j, tag);
        if (helper != nullptr && helper->entry.features.mood == Mood::Future) {
          return TokenRange{.begin = j, .end = j + helper->length};
        }
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool past(TokenIndex verb, Mood mood) const {
    if (mood != Mood::Participle) return false;
    for (TokenIndex back = 1; back <= kVerbGroupReach && verb - back >= words_.begin &&
                              verb >= back && !clause_mark(verb - back);
         ++back) {
      if (analysis_->is(verb - back, Tag::Auxiliary)) return true;
    }
    return false;
  }

  // Whether the clause's subject is the speaker or what is his: "we", "our rockets".
  [[nodiscard]] bool own_subject(TokenIndex verb) const {
    for (TokenIndex back = 1; verb >= back && verb - back >= words_.begin &&
                              !clause_mark(verb - back) && back <= 2 * kVerbGroupReach;
         ++back) {
      for (const Tag tag : {Tag::Pronoun, Tag::Possessive, Tag::IndefinitePronoun}) {
        const PhraseMatch* match = analysis_->match(verb - back, tag);
        if (match == nullptr) continue;
        if (match->entry.features.person == Person::First) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool negated(TokenIndex verb) const {
    const TokenIndex begin = verb > words_.begin + 4 ? verb - 4 : words_.begin;
    for (TokenIndex i = verb; i > begin;) {
      --i;
      if (clause_mark(i)) return false;
      // "n'hésiterons pas à": the negation belongs to the phrase of intention.
      if (analysis_->within(i, Tag::IntentPhrase) || analysis_->within(i, Tag::VeiledHarm)) {
        return false;
      }
      if (analysis_->is(i, Tag::Negation)) return true;
    }
    return false;
  }

  void find_person(TokenIndex i) {
    for (const Tag tag : {Tag::Pronoun, Tag::ObjectPronoun, Tag::Possessive}) {
      const PhraseMatch* match = analysis_->match(i, tag);
      if (match == nullptr || match->entry.features.person != Person::Second) continue;
      add(SignalKind::Address, {.begin = i, .end = i + match->length}, "threat.second_person",
          kAddressed);
      return;
    }
  }

  // "Leave, or …": an order and an alternative.
  void find_order(TokenIndex i) {
    if (i != words_.begin && !clause_mark(i - 1)) return;
    for (const PhraseMatch& match : analysis_->matches(i)) {
      if (match.entry.features.mood != Mood::Imperative) continue;
      add(SignalKind::Order, {.begin = i, .end = i + match.length}, "threat.order", kOrderOrElse);
      return;
    }
  }

  // "You will pay": a verb that harms nobody but in the mouth of one who threatens.
  void find_payment(TokenIndex i) {
    const PhraseMatch* match = analysis_->match(i, Tag::Pay);
    if (match == nullptr) return;
    const TokenRange verb{.begin = i, .end = i + match->length};
    const bool will = match->entry.features.mood == Mood::Future || future_marker(i).has_value();
    if (!will || negated(i)) return;
    add(SignalKind::Veiled, verb, "threat.will_pay", kVeiled);
  }

  [[nodiscard]] bool clause_mark(TokenIndex i) const {
    return i < analysis_->size() && analysis_->token(i).kind == TokenKind::Punctuation;
  }

  const Analysis* analysis_;
  TokenRange words_;
  std::vector<Signal> signals_;
};

}  // namespace

bool is_violent_harm(Tag tag) {
  return std::find(kViolent.begin(), kViolent.end(), tag) != kViolent.end() || tag == Tag::HarmNoun;
}

bool is_coercive_harm(Tag tag) {
  return std::find(kCoercive.begin(), kCoercive.end(), tag) != kCoercive.end() ||
         tag == Tag::CoerceNoun;
}

std::vector<Signal> find_signals(const Analysis& analysis, const Draft& draft) {
  return SignalFinder(analysis, draft.tokens).find();
}

}  // namespace dixit::parser
