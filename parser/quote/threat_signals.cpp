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

constexpr auto kOwnActs = std::to_array({Tag::CoerceStop, Tag::CoerceStrike, Tag::CoerceReveal});

// Words between an auxiliary or modal and its verb, or between a subject and its verb.
constexpr TokenIndex kVerbGroupReach = 6;

// Weights were set by reading what each kind of evidence is worth alone; see kThreshold.
constexpr double kHarmEvent = 0.45;
constexpr double kHarmWord = 0.35;
constexpr double kFuture = 0.4;
constexpr double kOwnHand = 0.3;
constexpr double kAddressed = 0.2;
constexpr double kCondition = 0.25;
constexpr double kVeiled = 0.75;
constexpr double kOrderOrElse = 0.3;
constexpr double kOrElse = 0.75;
constexpr double kPrediction = 0.15;
constexpr double kOthersAct = 0.1;
constexpr double kPast = -0.5;
constexpr double kNegated = -0.7;
constexpr double kHarmless = -0.8;

class SignalFinder {
 public:
  SignalFinder(const Analysis& analysis, const Draft& draft)
      : analysis_(&analysis), words_(draft.tokens), reach_begin_(draft.tokens.begin) {
    indirect_ = draft.quotation.form == model::QuotationForm::Indirect;
    // A fragment's auxiliary may stand outside the marks: would be "burnt to the ground".
    if (draft.quotation.form == model::QuotationForm::Mixed && words_.begin < analysis.size()) {
      const TokenRange sentence = analysis.sentences()[analysis.sentence_of(words_.begin)];
      reach_begin_ = std::max(sentence.begin,
                              words_.begin > kVerbGroupReach ? words_.begin - kVerbGroupReach : 0);
      fragment_ = true;
    }
  }

  std::vector<Signal> find(const std::vector<TokenRange>& inner) {
    auto skipped = inner.begin();
    for (TokenIndex i = words_.begin; i < words_.end; ++i) {
      while (skipped != inner.end() && skipped->end <= i) ++skipped;
      if (skipped != inner.end() && skipped->contains(i)) continue;
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
      find_or_else(i);
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
    if (match == nullptr || is_noun(*match)) return;
    const TokenRange verb{.begin = i, .end = i + match->length};
    const Mood mood = match->entry.features.mood;
    // Anybody may leave, close or publish: a threat only from the one who would do it.
    const bool needs_actor =
        std::find(kOwnActs.begin(), kOwnActs.end(), match->entry.tag) != kOwnActs.end();
    const bool weak = needs_actor && !own_subject(i) && mood != Mood::Participle && !fragment_ &&
                      verb.begin != words_.begin;
    add(kind, verb, kind == SignalKind::Harm ? "threat.harm_verb" : "threat.coercion_verb",
        weak                   ? kOthersAct
        : mood == Mood::Gerund ? kHarmEvent / 2
                               : kHarmEvent,
        match->entry.tag);
    read_tense(verb, mood);
    if (negated(i)) add(SignalKind::Against, verb, "no_threat.negated", kNegated);
    if (strikes_speaker(i)) {
      add(SignalKind::Against, verb, "no_threat.against_speaker", kHarmless);
    }
  }

  // "the end of", "an attack": a form that is a noun here.
  [[nodiscard]] bool is_noun(const PhraseMatch& match) const {
    if (match.begin == 0 || match.length > 1) return false;
    const TokenIndex before = match.begin - 1;
    const TokenIndex after = match.begin + match.length;
    const bool finite = match.entry.features.mood == Mood::Future;
    if (finite) return false;
    if (analysis_->is(before, Tag::Indefinite) || analysis_->is(before, Tag::Demonstrative)) {
      return !analysis_->is(before, Tag::ObjectPronoun);
    }
    const bool determined =
        analysis_->is(before, Tag::Definite) || analysis_->is(before, Tag::Possessive);
    return determined &&
           (analysis_->is(after, Tag::Genitive) || !analysis_->is(before, Tag::ObjectPronoun)) &&
           match.entry.features.mood != Mood::Participle;
  }

  // "they will attack us": the harm is others' and the speaker its object.
  [[nodiscard]] bool strikes_speaker(TokenIndex verb) const {
    if (own_subject(verb)) return false;
    for (const TokenIndex i : {verb + 1, verb - 1}) {
      if (i >= words_.end || i < words_.begin || (i < verb && verb == 0)) continue;
      const PhraseMatch* match = analysis_->match(i, Tag::ObjectPronoun);
      if (match != nullptr && match->entry.features.person == Person::First) return true;
    }
    return false;
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
    for (TokenIndex back = 1; back <= kVerbGroupReach && verb >= back &&
                              verb - back >= reach_begin_ && !clause_mark(verb - back);
         ++back) {
      const TokenIndex j = verb - back;
      const PhraseMatch* match =
          analysis_->match_any(j, std::to_array({Tag::FutureMarker, Tag::IntentPhrase, Tag::Intend,
                                                 Tag::Threaten, Tag::Promise}));
      // "I have been promised the end of the world": done to somebody, no promise.
      const bool passive = match != nullptr && j > 0 && analysis_->is(j - 1, Tag::Copula) &&
                           match->entry.features.mood == Mood::Participle;
      if (match != nullptr && !passive) return TokenRange{.begin = j, .end = j + match->length};
      for (const Tag tag : {Tag::Copula, Tag::Auxiliary, Tag::Modal}) {
        const PhraseMatch* helper = analysis_->match(j, tag);
        const Mood helping = helper == nullptr ? Mood::None : helper->entry.features.mood;
        if (helping == Mood::Future || (fragment_ && helping == Mood::Conditional)) {
          return TokenRange{.begin = j, .end = j + helper->length};
        }
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool past(TokenIndex verb, Mood mood) const {
    if (mood != Mood::Participle) return false;
    for (TokenIndex back = 1; back <= kVerbGroupReach && verb >= back &&
                              verb - back >= words_.begin && !clause_mark(verb - back);
         ++back) {
      if (analysis_->is(verb - back, Tag::Auxiliary)) return true;
    }
    return false;
  }

  // Whether the clause's subject is the speaker or what is his: "we", "our rockets". The pronoun
  // furthest to the left is the subject: those between it and the verb are objects.
  [[nodiscard]] bool own_subject(TokenIndex verb) const {
    bool own = false;
    for (TokenIndex back = 1; back <= 2 * kVerbGroupReach && verb >= back &&
                              verb - back >= reach_begin_ && !clause_mark(verb - back);
         ++back) {
      const TokenIndex i = verb - back;
      if (analysis_->is(i, Tag::Complementizer) || analysis_->is(i, Tag::RelativePronoun)) break;
      for (const Tag tag : {Tag::Pronoun, Tag::Possessive, Tag::IndefinitePronoun}) {
        const PhraseMatch* match = analysis_->match(i, tag);
        if (match == nullptr) continue;
        const Person person = match->entry.features.person;
        // In reported words the speaker is "he" or "they".
        const bool speaker = person == (indirect_ ? Person::Third : Person::First);
        if (speaker) own = true;
        if (tag == Tag::Pronoun && !speaker) own = false;
      }
    }
    return own;
  }

  // A negation between the verb's auxiliary and the verb, or right before the auxiliary.
  [[nodiscard]] bool negated(TokenIndex verb) const {
    const TokenIndex begin = verb > words_.begin + 4 ? verb - 4 : words_.begin;
    bool helped = false;
    for (TokenIndex i = verb; i > begin;) {
      --i;
      if (clause_mark(i)) return false;
      // "n'hésiterons pas à": the negation belongs to the phrase of intention.
      if (analysis_->within(i, Tag::IntentPhrase) || analysis_->within(i, Tag::VeiledHarm)) {
        return false;
      }
      if (analysis_->is(i, Tag::Negation)) return true;
      if (helped) return false;
      helped = analysis_->is(i, Tag::Copula) || analysis_->is(i, Tag::Auxiliary);
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

  // "You will pay": a verb that harms nobody but in the mouth of one who threatens. Of third
  // parties it is more often a prediction.
  void find_payment(TokenIndex i) {
    const PhraseMatch* match = analysis_->match(i, Tag::Pay);
    if (match == nullptr || own_subject(i)) return;
    const TokenRange verb{.begin = i, .end = i + match->length};
    const bool will = match->entry.features.mood == Mood::Future || future_marker(i).has_value();
    if (!will || negated(i)) return;
    const bool addressed = match->entry.features.person == Person::Second || addressed_before(i);
    add(SignalKind::Veiled, verb, "threat.will_pay", addressed ? kVeiled + kFuture : kPrediction);
  }

  [[nodiscard]] bool addressed_before(TokenIndex verb) const {
    for (TokenIndex back = 1; back <= kVerbGroupReach && verb >= back &&
                              verb - back >= words_.begin && !clause_mark(verb - back);
         ++back) {
      for (const Tag tag : {Tag::Pronoun, Tag::Possessive}) {
        const PhraseMatch* match = analysis_->match(verb - back, tag);
        if (match != nullptr && match->entry.features.person == Person::Second) return true;
      }
    }
    return false;
  }

  // "Give it back, or we …": an alternative after words that order or address somebody.
  void find_or_else(TokenIndex i) {
    const PhraseMatch* match = analysis_->match(i, Tag::ConditionMarker);
    if (match == nullptr || !analysis_->is(i, Tag::Conjunction)) return;
    const bool asked = std::any_of(signals_.begin(), signals_.end(), [](const Signal& signal) {
      return signal.kind == SignalKind::Address || signal.kind == SignalKind::Order;
    });
    if (!asked) return;
    const TokenRange marker{.begin = i, .end = i + match->length};
    add(SignalKind::Veiled, marker, "threat.or_else", kOrElse);
  }

  // A fragment's own opening mark parts nothing.
  [[nodiscard]] bool clause_mark(TokenIndex i) const {
    if (fragment_ && i + 1 == words_.begin) return false;
    return i < analysis_->size() && analysis_->token(i).kind == TokenKind::Punctuation;
  }

  const Analysis* analysis_;
  TokenRange words_;
  TokenIndex reach_begin_ = 0;  // where auxiliaries of the first verb may stand
  bool fragment_ = false;
  bool indirect_ = false;
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

std::vector<Signal> find_signals(const Analysis& analysis, const Draft& draft,
                                 const std::vector<TokenRange>& inner) {
  return SignalFinder(analysis, draft).find(inner);
}

}  // namespace dixit::parser
