#include "parser/quote/threat_evidence.h"

#include <algorithm>

#include "parser/quote/addressee.h"
#include "parser/quote/harm_verbs.h"
#include "parser/quote/speaker_evidence.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words of the reporter between a cue and the fragment that it governs.
constexpr TokenIndex kGovernedReach = 16;

// Words between harm and the future of its clause.
constexpr TokenIndex kFutureReach = 12;

// Words between a fragment and the condition that the reporter sets on it.
constexpr TokenIndex kConditionReach = 24;

// Words before a cue that may belong to its verb: "has never once been".
constexpr TokenIndex kGroupReach = 4;

// Words of others: fewer are a term, not an utterance.
constexpr TokenIndex kUtteranceTokens = 4;

class ReporterEvidence {
 public:
  ReporterEvidence(const Analysis& analysis, const ThreatContext& context, const Draft& draft,
                   std::vector<Signal>& signals)
      : analysis_(&analysis), context_(&context), draft_(&draft), signals_(&signals) {}

  void add_all(const std::vector<TokenRange>& others) {
    add_cue();
    add_governed_harm();
    add_future();
    add_about_threats();
    add_surroundings();
    add_outer_condition();
    add_told_somebody();
    if (std::any_of(others.begin(), others.end(),
                    [](const TokenRange& words) { return words.size() >= kUtteranceTokens; })) {
      add(ThreatRule::ReportsOthers, draft_->tokens);
    }
  }

 private:
  void add(ThreatRule rule, TokenRange tokens, Tag harm = Tag::HarmNoun) {
    signals_->push_back({.rule = rule, .tokens = tokens, .harm = harm});
  }
  void add_at(ThreatRule rule, TokenIndex token) { add(rule, {.begin = token, .end = token + 1}); }

  [[nodiscard]] bool fragment() const {
    return draft_->quotation.form == model::QuotationForm::Mixed;
  }

  void add_cue() {
    if (draft_->cue.empty()) return;
    if (const auto negation = cue_negation()) return add_at(ThreatRule::NotSaid, *negation);
    const bool reported = draft_->quotation.form == model::QuotationForm::Indirect;
    if (draft_->cue_tag == Tag::Threaten && danger_looms()) {
      add(ThreatRule::DangerLooms, draft_->cue);
    } else if (draft_->cue_tag == Tag::Threaten) {
      add(reported ? ThreatRule::ThreatenedTo : ThreatRule::ThreatenCue, draft_->cue);
    } else if (analysis_->is(draft_->cue.end - 1, Tag::ThreatNoun)) {
      add(ThreatRule::ThreatNounCue, draft_->cue);
    } else if (draft_->cue_tag == Tag::Warn) {
      add(ThreatRule::WarnCue, draft_->cue);
    } else if (draft_->cue_tag == Tag::Promise) {
      add(ThreatRule::PromiseCue, draft_->cue);
    } else if (draft_->cue_tag == Tag::Judge) {
      add(ThreatRule::Verdict, draft_->cue);
    }
  }

  // "never threatened to", "did not say that", "nobody threatened to", "drohte ihm nicht, …": what
  // was not said threatens nobody.
  [[nodiscard]] std::optional<TokenIndex> cue_negation() const {
    const TokenRange& cue = draft_->cue;
    TokenIndex begin = cue.begin;
    static const TagSet kGroup = tag_set({Tag::Auxiliary, Tag::Copula, Tag::Adverb, Tag::Pronoun,
                                          Tag::ObjectPronoun, Tag::HedgeAdverb});
    while (begin > 0 && cue.begin - begin < kGroupReach &&
           (analysis_->is_any(begin - 1, kGroup) || negates(begin - 1)) &&
           !negates_other_verb(begin - 1)) {
      --begin;
    }
    std::optional<TokenIndex> negation = nobody_before(begin);
    for (TokenIndex i = begin; i < cue.end; ++i) {
      if (negates(i)) negation = i;
      // "not only threatened": adds instead of denying.
      if (negation && analysis_->is(i, Tag::Restrictive)) return std::nullopt;
    }
    if (negation && analysis_->is(cue.end, Tag::Restrictive)) return std::nullopt;
    return negation ? negation : negation_behind();
  }

  // "ne nie pas avoir menacé": what stands behind a finite verb belongs to that.
  [[nodiscard]] bool negates_other_verb(TokenIndex i) const {
    static const TagSet kHelpers = tag_set({Tag::Auxiliary, Tag::Copula, Tag::Modal});
    return i > 0 && negates(i) && !analysis_->is_any(i - 1, kHelpers) &&
           (verb_moods(*analysis_, i - 1) & kFiniteMoods) != 0;
  }

  // "nobody threatened", "none of them threatened", "not a single neighbour threatened".
  [[nodiscard]] std::optional<TokenIndex> nobody_before(TokenIndex group) const {
    const TokenRange& source = draft_->source;
    const bool before = !source.empty() && source.begin <= group;
    const TokenIndex begin = before ? source.begin : group;
    for (TokenIndex i = begin; i < std::min(begin + 2, draft_->cue.begin); ++i) {
      if (before && analysis_->is(i, Tag::NegativeWord)) return i;
    }
    if (begin == 0) return std::nullopt;
    const bool nobody = analysis_->is(begin - 1, Tag::NegativeWord) ||
                        (before && analysis_->is(begin - 1, Tag::Negation));
    return nobody ? std::optional(begin - 1) : std::nullopt;
  }

  // Where verbs stand second the negation closes the clause before the words.
  [[nodiscard]] std::optional<TokenIndex> negation_behind() const {
    const TokenIndex words = draft_->tokens.begin;
    if (words < draft_->cue.end + 2 || analysis_->mark(words - 1) != ',') return std::nullopt;
    return negates(words - 2) ? std::optional(words - 2) : std::nullopt;
  }

  // "en plus" adds, "sans hésiter" intends.
  [[nodiscard]] bool negates(TokenIndex i) const {
    return analysis_->is(i, Tag::Negation) && !in_longer_adverb(i) &&
           !analysis_->within(i, Tag::IntentPhrase);
  }

  [[nodiscard]] bool in_longer_adverb(TokenIndex i) const {
    const PhraseMatch* here = analysis_->match(i, Tag::Adverb);
    const PhraseMatch* before = i > 0 ? analysis_->match(i - 1, Tag::Adverb) : nullptr;
    return (here != nullptr && here->length > 1) || (before != nullptr && before->length > 1);
  }

  // "es drohe eine Dürre": what threatens is nobody.
  [[nodiscard]] bool danger_looms() const {
    if (draft_->source.size() != 1) return false;
    const PhraseMatch* pronoun = analysis_->match(draft_->source.begin, Tag::Pronoun);
    return pronoun != nullptr && pronoun->entry.features.gender == Gender::Neuter &&
           analysis_->language().grammar.nouns_capitalised;
  }

  // threatened to turn X "into dust", swore reprisals "without end": the harm that a fragment
  // completes stands between the cue and the words.
  void add_governed_harm() {
    if (!fragment() || draft_->cue.empty() || draft_->cue.end > draft_->tokens.begin) return;
    if (draft_->tokens.begin - draft_->cue.end > kGovernedReach) return;
    for (TokenIndex i = draft_->cue.end; i < draft_->tokens.begin; ++i) {
      for (const PhraseMatch& match : analysis_->matches(i)) {
        const Tag tag = match.entry.tag;
        const bool harm = is_violent_harm(tag);
        if (!harm && !is_coercive_harm(tag)) continue;
        return add(harm ? ThreatRule::HarmAround : ThreatRule::CoercionAround,
                   {.begin = i, .end = i + match.length}, tag);
      }
    }
  }

  // Harm that is named by a noun or veiled has no tense of its own: a future near it tells.
  void add_future() {
    TokenIndex last = kNoToken;
    const std::size_t size = signals_->size();
    for (std::size_t i = 0; i < size; ++i) {
      const Signal signal = (*signals_)[i];
      const SignalKind kind = kind_of(signal.rule);
      if (kind != SignalKind::Harm && kind != SignalKind::Coercion && kind != SignalKind::Veiled) {
        continue;
      }
      if (is_verb_class(signal.harm)) continue;
      const auto future = future_near(signal.tokens);
      if (!future || *future == last) continue;
      add_at(ThreatRule::Future, *future);
      last = *future;
    }
  }

  [[nodiscard]] std::optional<TokenIndex> future_near(TokenRange harm) const {
    const std::uint32_t sentence = analysis_->sentence_of(harm.begin);
    const TokenIndex begin = harm.begin > kFutureReach ? harm.begin - kFutureReach : 0;
    for (TokenIndex i = begin; i < harm.end + kFutureReach && i < analysis_->size(); ++i) {
      if (!draft_->tokens.contains(i) || analysis_->sentence_of(i) != sentence) continue;
      if (analysis_->is(i, Tag::FutureMarker)) return i;
      if ((verb_moods(*analysis_, i) & mood_bit(Mood::Future)) != 0) return i;
    }
    return std::nullopt;
  }

  void add_about_threats() {
    for (TokenIndex i = draft_->tokens.begin; i < draft_->tokens.end; ++i) {
      const bool tells = analysis_->is(i, Tag::ThreatNoun) || analysis_->is(i, Tag::Threaten);
      if (tells) return add_at(ThreatRule::AboutThreats, i);
    }
  }

  // The reporter's sentences that hold the words and those on either side of them.
  [[nodiscard]] TokenRange surroundings() const {
    const auto sentences = analysis_->sentences();
    const std::uint32_t first = analysis_->sentence_of(draft_->tokens.begin);
    const std::uint32_t last = analysis_->sentence_of(draft_->tokens.end - 1);
    const std::size_t after = std::min<std::size_t>(last + 1, sentences.size() - 1);
    return {.begin = sentences[first == 0 ? 0 : first - 1].begin, .end = sentences[after].end};
  }

  void add_surroundings() {
    const TokenRange around = surroundings();
    if (const auto threat = first_within(context_->threat_words, around)) {
      add_at(ThreatRule::CalledThreat, *threat);
    } else if (context_->tells_of_threats) {
      add(ThreatRule::ToldOf, draft_->tokens);
    }
    if (const auto harmless = first_within(context_->harmless_words, around)) {
      add_at(ThreatRule::HarmlessField, *harmless);
    } else if (context_->harmless_field) {
      add(ThreatRule::HarmlessText, draft_->tokens);
    }
  }

  // A fragment's condition stands in the reporter's words: would be "burnt down" if they came.
  void add_outer_condition() {
    if (draft_->quotation.form == model::QuotationForm::Direct ||
        first_of(*signals_, SignalKind::Condition) != nullptr) {
      return;
    }
    const TokenRange sentence =
        analysis_->sentences()[analysis_->sentence_of(draft_->tokens.begin)];
    const TokenIndex begin = draft_->tokens.begin;
    const TokenIndex end = draft_->tokens.end;
    const TokenRange after{.begin = end, .end = std::min(sentence.end, end + kConditionReach)};
    const TokenRange before{
        .begin = std::max(sentence.begin, begin > kConditionReach ? begin - kConditionReach : 0),
        .end = begin};
    for (const TokenRange& range : {after, before}) {
      const auto marker = first_within(context_->condition_words, range);
      if (marker && !asks_whether(*marker)) return add_at(ThreatRule::ConditionAround, *marker);
    }
  }

  // "told the mayor that they would come back": said into somebody's face.
  void add_told_somebody() {
    static const TagSet kTelling = tag_set({Tag::Say, Tag::Write, Tag::Claim, Tag::Express});
    const bool telling =
        !draft_->cue.empty() && kTelling[static_cast<std::size_t>(draft_->cue_tag)];
    if (!telling || draft_->quotation.form != model::QuotationForm::Indirect) return;
    if (is_told_somebody(*analysis_, *draft_, TargetCheck(*analysis_, *context_, *draft_))) {
      add(ThreatRule::ToldSomebody, draft_->cue);
    }
  }

  // "asked whether": no condition.
  [[nodiscard]] bool asks_whether(TokenIndex marker) const {
    static const TagSet kAsking = tag_set({Tag::Ask, Tag::Say, Tag::Think, Tag::Learn});
    return marker > 0 && analysis_->is(marker, Tag::Complementizer) &&
           analysis_->is_any(marker - 1, kAsking);
  }

  const Analysis* analysis_;
  const ThreatContext* context_;
  const Draft* draft_;
  std::vector<Signal>* signals_;
};

}  // namespace

void add_reporter_evidence(const Analysis& analysis, const ThreatContext& context,
                           const Draft& draft, const std::vector<TokenRange>& others,
                           std::vector<Signal>& signals) {
  ReporterEvidence(analysis, context, draft, signals).add_all(others);
  add_speaker_evidence(analysis, context, draft, signals);
}

}  // namespace dixit::parser
