#include "parser/quote/pronoun_reader.h"

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// "este comerciante": the same word alone would be a pronoun.
bool is_demonstrative_before_noun(const Analysis& analysis, TokenIndex begin, TokenIndex end) {
  const TokenIndex next = begin + 1;
  if (!analysis.is(begin, Tag::Demonstrative) || next >= end) return false;
  if (is_speaker_noun(analysis, next)) return true;
  return !ends_noun_phrase(analysis, next) && verb_moods(analysis, next) == 0 &&
         !analysis.is(next, Tag::ObjectPronoun);
}

// "selon lui": an object's form names a source only after such a word.
bool after_source_word(const Analysis& analysis, TokenIndex begin) {
  static const TagSet kTags = tag_set({Tag::SourcePreposition, Tag::SourceOpener});
  return begin > 0 &&
         (analysis.is_any(begin - 1, kTags) || analysis.within(begin - 1, Tag::SourcePreposition));
}

// "diese Zahlen": where nouns have capitals, a determiner before one is no pronoun. Nor is "la
// première" before "adjointe".
bool determines_noun(const Analysis& analysis, TokenIndex begin, TokenIndex next, TokenIndex end) {
  const bool phrase = next > begin + 1 && is_determiner_like(analysis, begin);
  if (phrase && next < end && is_speaker_noun(analysis, next)) return true;
  return analysis.language().grammar.nouns_capitalised && next < end &&
         is_determiner_like(analysis, begin) && may_be_name(analysis, next) &&
         !analysis.is(next, Tag::Pronoun);
}

// "one Weir source", "some of them": an indefinite pronoun that counts a noun.
bool counts_noun(const Analysis& analysis, const PhraseMatch& pronoun, TokenIndex end) {
  if (pronoun.entry.tag != Tag::IndefinitePronoun) return false;
  const PhraseMatch* quantifier = analysis.match(pronoun.begin, Tag::Quantifier);
  if (quantifier != nullptr && quantifier->length > pronoun.length) return true;
  const TokenIndex next = pronoun.begin + pronoun.length;
  return next < end &&
         (is_speaker_noun(analysis, next) || quantifier != nullptr ||
          analysis.is(pronoun.begin, Tag::Indefinite)) &&
         !ends_noun_phrase(analysis, next) && verb_moods(analysis, next) == 0;
}

}  // namespace

std::optional<Mention> read_pronoun(const Analysis& analysis, TokenIndex begin, TokenIndex end) {
  const PhraseMatch* pronoun = analysis.match(begin, Tag::Pronoun);
  if (pronoun == nullptr) pronoun = analysis.match(begin, Tag::IndefinitePronoun);
  if (pronoun == nullptr) return std::nullopt;
  const Features& features = pronoun->entry.features;
  if (features.oblique && !after_source_word(analysis, begin)) return std::nullopt;
  // "ce dernier" is a pronoun, "ce dernier ministre" is not.
  if (pronoun->length == 1 && is_demonstrative_before_noun(analysis, begin, end)) {
    return std::nullopt;
  }
  const TokenIndex next = begin + pronoun->length;
  if (counts_noun(analysis, *pronoun, end) || determines_noun(analysis, begin, next, end)) {
    return std::nullopt;
  }
  const TokenRange tokens{.begin = begin, .end = next};
  return Mention{.tokens = tokens,
                 .core = tokens,
                 .head = begin,
                 .kind = MentionKind::Pronoun,
                 .features = features,
                 .can_speak = true,
                 .person = true};
}

}  // namespace dixit::parser
