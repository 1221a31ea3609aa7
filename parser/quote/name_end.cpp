#include "parser/quote/name_end.h"

#include "parser/quote/word_classes.h"

namespace dixit::parser {

bool joins_names(const Analysis& analysis, TokenRange particle) {
  const TokenIndex next = particle.end;
  if (analysis.language().grammar.nouns_capitalised && analysis.is(particle.begin, Tag::Definite)) {
    return !analysis.is(particle.begin - 1, Tag::NameParticle);
  }
  if (!analysis.is(particle.begin, Tag::RecipientPreposition)) return false;
  // "sagte Jan zu Mia": a first name alone, right behind a verb.
  if (particle.begin >= 2 && analysis.is(particle.begin - 1, Tag::GivenName) &&
      (verb_moods(analysis, particle.begin - 2) & kFiniteMoods) != 0) {
    return true;
  }
  return analysis.is(next, Tag::GivenName) || may_be_name(analysis, next + 1) ||
         is_speaker_noun(analysis, next);
}

bool is_adjective_of_name(const Analysis& analysis, TokenIndex token) {
  const TokenIndex next = token + 1;
  if (!analysis.language().grammar.adjective_after_noun ||
      !in_same_sentence(analysis, token, next)) {
    return false;
  }
  const bool plain = analysis.token(token).kind == TokenKind::Word &&
                     !ends_noun_phrase(analysis, token) && !is_light(analysis, token) &&
                     verb_moods(analysis, token) == 0;
  if (!plain) return false;
  if (analysis.mark(next) == ',') return analysis.is(next + 1, Tag::Indefinite);
  return (verb_moods(analysis, next) & kFiniteMoods) != 0;
}

}  // namespace dixit::parser
