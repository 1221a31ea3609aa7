#include "parser/quote/target_check.h"

#include <algorithm>

#include "parser/quote/name_words.h"
#include "parser/quote/noun_phrase_extent.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// A function word where a noun should be, or a time.
bool opens_with_no_noun(const Analysis& analysis, TokenRange phrase) {
  static const TagSet kNoNoun = tag_set(
      {Tag::Subordinator, Tag::Pronoun, Tag::RelativePronoun, Tag::Complementizer, Tag::Conjunction,
       Tag::Auxiliary, Tag::Copula, Tag::Modal, Tag::FutureMarker, Tag::ConditionMarker,
       Tag::Weekday, Tag::Month, Tag::TimeUnit, Tag::Preposition, Tag::ThreatNoun, Tag::HarmNoun,
       Tag::CoerceNoun, Tag::IndefinitePronoun, Tag::Adverb});
  TokenIndex head = phrase.begin;
  while (head < phrase.end && is_determiner_like(analysis, head)) ++head;
  if (head >= phrase.end || analysis.token(head).kind == TokenKind::Punctuation) return true;
  if (analysis.is_any(head, kNoNoun)) return true;
  // "alle töten": where nouns have capitals, words without one name nobody.
  const bool bare = analysis.language().grammar.nouns_capitalised &&
                    !analysis.token(head).capitalised && analysis.is_any(head, verb_tags());
  if (bare) return true;
  // "threats to kill": a verb, not somebody.
  return head == phrase.begin && !analysis.token(head).capitalised &&
         analysis.is_any(head, verb_tags()) && !is_speaker_noun(analysis, head);
}

bool overlap(TokenRange a, TokenRange b) { return a.begin < b.end && b.begin < a.end; }

// "our waters", "nos frères": what is the speaker's own is not what he would harm.
bool is_speakers_own(const Analysis& analysis, TokenRange phrase) {
  if (analysis.is(phrase.begin, Tag::OwnPronoun)) return true;
  const PhraseMatch* possessive = analysis.match(phrase.begin, Tag::Possessive);
  return possessive != nullptr && possessive->entry.features.person == Person::First;
}

// Where somebody armed threatens, an armed group named beside is likelier he than his victim.
bool bears_arms(const Analysis& analysis, TokenRange phrase) {
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    if (analysis.is(i, Tag::ArmedNoun)) return true;
  }
  return false;
}

}  // namespace

TargetCheck::TargetCheck(const Analysis& analysis, const ThreatContext& context, const Draft& draft)
    : analysis_(&analysis),
      context_(&context),
      draft_(&draft),
      speaker_(source_words(analysis, draft)) {}

bool TargetCheck::may_be_struck(TokenRange phrase) const {
  return !phrase.empty() && !opens_with_no_noun(*analysis_, phrase) &&
         !is_speakers_own(*analysis_, phrase) && !overlap(phrase, draft_->source) &&
         !is_speaker(phrase);
}

bool TargetCheck::may_be_meant(TokenRange phrase) const {
  if (!may_be_struck(phrase) || overlap(phrase, draft_->tokens) || is_carrier(phrase)) return false;
  if (bears_arms(*analysis_, phrase)) return false;
  // Whoever is said to threaten is not the one threatened, by whatever name.
  return !share_word(name_words(analysis_->language(), analysis_->text_of(phrase)),
                     context_->threateners);
}

bool TargetCheck::is_speaker(TokenRange phrase) const {
  const EntityMention* mention = analysis_->mention_at(phrase.end - 1);
  const bool same_entity =
      mention != nullptr && draft_->quotation.source && !draft_->quotation.source->entity.empty() &&
      analysis_->entities().all()[mention->entity].id == draft_->quotation.source->entity;
  if (same_entity) return true;
  const auto words = name_words(analysis_->language(), analysis_->text_of(phrase));
  return !words.empty() &&
         std::includes(speaker_.begin(), speaker_.end(), words.begin(), words.end());
}

bool TargetCheck::is_carrier(TokenRange phrase) const {
  const EntityMention* mention = analysis_->mention_at(phrase.end - 1);
  if (mention == nullptr) return false;
  const EntityKind kind = analysis_->entities().all()[mention->entity].kind;
  return kind == EntityKind::Agency || kind == EntityKind::Monitor || kind == EntityKind::Outlet ||
         kind == EntityKind::ArmedGroup;
}

}  // namespace dixit::parser
