#include "parser/quote/word_classes.h"

#include <algorithm>
#include <string>

namespace dixit::parser {

bool is_determiner_like(const Analysis& analysis, TokenIndex token) {
  static const TagSet kTags = tag_set(
      {Tag::Definite, Tag::Indefinite, Tag::Possessive, Tag::Demonstrative, Tag::Quantifier});
  return analysis.is_any(token, kTags);
}

bool is_speaker_noun(const Analysis& analysis, TokenIndex token) {
  static const TagSet kTags =
      tag_set({Tag::RoleNoun, Tag::GroupNoun, Tag::KinNoun, Tag::Spokesperson, Tag::MonitorNoun,
               Tag::AgencyNoun, Tag::OutletNoun, Tag::AuthorityNoun, Tag::WitnessNoun});
  return analysis.is_any(token, kTags);
}

bool ends_noun_phrase(const Analysis& analysis, TokenIndex token) {
  static const TagSet kTags =
      tag_set({Tag::Preposition, Tag::SourcePreposition, Tag::Conjunction, Tag::Complementizer,
               Tag::RelativePronoun, Tag::Subordinator, Tag::Pronoun, Tag::IndefinitePronoun,
               Tag::Auxiliary, Tag::Copula, Tag::Modal, Tag::Adverb, Tag::Weekday, Tag::Month,
               Tag::Negation, Tag::FutureMarker, Tag::AgentPreposition, Tag::Genitive});
  if (token >= analysis.size()) return true;
  if (analysis.token(token).kind == TokenKind::Punctuation) return true;
  if (!analysis.is_any(token, kTags)) return false;
  // "Secretary General of State", "May": a capitalised word inside a phrase is part of a name.
  return !(analysis.token(token).capitalised && !analysis.token(token).all_caps &&
           is_speaker_noun(analysis, token));
}

bool may_be_name(const Analysis& analysis, TokenIndex token) {
  if (token >= analysis.size()) return false;
  const Token& word = analysis.token(token);
  return word.kind == TokenKind::Word && word.capitalised;
}

bool is_month_as_name(const Analysis& analysis, TokenIndex token) {
  if (!may_be_name(analysis, token) || !analysis.is(token, Tag::Month)) return false;
  const TokenIndex next = token + 1;
  static const TagSet kNoName = tag_set({Tag::Month, Tag::Weekday, Tag::NotName, Tag::Title});
  // "sagte Jan zu Mia": right between a verb of speech and whoever hears it.
  if (analysis.is(token, Tag::GivenName) && token > 0 && analysis.is(token - 1, Tag::Say) &&
      analysis.is(next, Tag::RecipientPreposition) && in_same_sentence(analysis, token - 1, next)) {
    return true;
  }
  if (!in_same_sentence(analysis, token, next) || !may_be_name(analysis, next)) return false;
  if (analysis.is_any(next, kNoName) || is_speaker_noun(analysis, next)) return false;
  if (token == 0 || !in_same_sentence(analysis, token - 1, token)) return true;
  static const TagSet kBeforeTime = tag_set({Tag::Preposition, Tag::Genitive, Tag::TimeUnit});
  const TokenIndex before = token - 1;
  const bool dated = analysis.token(before).kind == TokenKind::Number ||
                     analysis.is_any(before, kBeforeTime) || is_determiner_like(analysis, before);
  // Where nouns have capitals a month may stand before any of them.
  const bool unsure =
      analysis.language().grammar.nouns_capitalised && may_be_name(analysis, before);
  return !dated && !unsure;
}

TokenIndex light_length(const Analysis& analysis, TokenIndex token) {
  TokenIndex length = 0;
  for (const Tag tag :
       {Tag::Adverb, Tag::Negation, Tag::ObjectPronoun, Tag::HedgeAdverb, Tag::Weekday}) {
    if (const PhraseMatch* found = analysis.match(token, tag)) {
      length = std::max<TokenIndex>(length, found->length);
    }
  }
  return length;
}

bool addresses(const Analysis& analysis, TokenIndex token) {
  if (analysis.is(token, Tag::Address)) return true;
  return analysis.is(token, Tag::PoliteAddress) && analysis.token(token).capitalised && token > 0 &&
         in_same_sentence(analysis, token - 1, token) &&
         analysis.token(token - 1).kind != TokenKind::Punctuation;
}

bool is_light(const Analysis& analysis, TokenIndex token) {
  return token < analysis.size() &&
         (analysis.within(token, Tag::Adverb) || analysis.within(token, Tag::Negation) ||
          analysis.is(token, Tag::ObjectPronoun) || analysis.within(token, Tag::HedgeAdverb));
}

bool ends_as_adverb(const Analysis& analysis, TokenIndex token) {
  const std::string word = fold_word(analysis.text_of(token));
  const auto endings = analysis.language().words(Tag::AdverbEnding);
  return std::any_of(endings.begin(), endings.end(), [&word](const std::string& ending) {
    return word.size() > ending.size() && word.ends_with(ending);
  });
}

unsigned verb_moods(const Analysis& analysis, TokenIndex token) {
  if (!analysis.is_any(token, verb_tags())) return 0;
  unsigned moods = 0;
  for (const PhraseMatch& phrase : analysis.matches(token)) {
    if (is_verb_class(phrase.entry.tag)) moods |= mood_bit(phrase.entry.features.mood);
  }
  return moods;
}

bool is_passive(const Analysis& analysis, TokenIndex begin, TokenIndex verb) {
  static const TagSet kHelpers = tag_set({Tag::Auxiliary, Tag::Modal, Tag::FutureMarker});
  if ((verb_moods(analysis, verb) & mood_bit(Mood::Participle)) == 0) return false;
  for (TokenIndex i = verb; i > begin; --i) {
    const TokenIndex at = i - 1;
    if (!in_same_sentence(analysis, at, verb)) return false;
    if (analysis.token(at).kind == TokenKind::Punctuation) return false;
    if (analysis.is(at, Tag::Copula)) return true;
    // "is said to have told": the copula belongs to the verb between them.
    const bool helper = analysis.is_any(at, kHelpers) || is_light(analysis, at);
    if (!helper && (verb_moods(analysis, at) & mood_bit(Mood::Participle)) != 0) return false;
  }
  return false;
}

TokenIndex before_object(const Analysis& analysis, TokenIndex object) {
  if (object == 0) return kNoToken;
  const TokenIndex before = object - 1;
  if (!analysis.is(before, Tag::RecipientPreposition)) return before;
  return before == 0 ? kNoToken : before - 1;
}

bool in_same_sentence(const Analysis& analysis, TokenIndex a, TokenIndex b) {
  return a < analysis.size() && b < analysis.size() &&
         analysis.sentence_of(a) == analysis.sentence_of(b);
}

}  // namespace dixit::parser
