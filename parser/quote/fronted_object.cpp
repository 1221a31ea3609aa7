#include "parser/quote/fronted_object.h"

#include "parser/quote/word_classes.h"

namespace dixit::parser {

bool is_marked_nominative(const Analysis& analysis, const Mention& mention) {
  return mention.features.gender == Gender::Masculine &&
         mention.features.number == Number::Singular && !mention.features.oblique &&
         is_determiner_like(analysis, mention.core.begin);
}

MentionIndex subject_of_opening(const Analysis& analysis, const Mentions& mentions,
                                MentionIndex opening) {
  const Grammar& grammar = analysis.language().grammar;
  if (!grammar.participle_at_end || !grammar.nouns_capitalised) return opening;
  const Mention& object = mentions[opening];
  const TokenIndex verb = object.tokens.end;
  if (object.kind == MentionKind::Pronoun || is_marked_nominative(analysis, object) ||
      !in_same_sentence(analysis, object.core.begin, verb + 1)) {
    return opening;
  }
  const Token& word = analysis.token(verb);
  if (word.kind != TokenKind::Word || word.capitalised || ends_noun_phrase(analysis, verb)) {
    return opening;
  }
  const MentionIndex behind = mentions.beginning_at(verb + 1);
  const bool subject = behind != kNoMention && mentions[behind].can_speak &&
                       mentions[behind].kind != MentionKind::Pronoun &&
                       is_marked_nominative(analysis, mentions[behind]);
  return subject ? behind : opening;
}

}  // namespace dixit::parser
