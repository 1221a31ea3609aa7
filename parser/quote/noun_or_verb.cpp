#include "parser/quote/noun_or_verb.h"

#include <optional>

#include "parser/quote/determiners.h"
#include "parser/quote/owner_apostrophe.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// "Anna Black said": within a sentence a capital makes a name of what would be an adjective.
bool is_surname(const Analysis& analysis, TokenIndex token) {
  return analysis.token(token).capitalised && may_be_name(analysis, token) &&
         !analysis.language().grammar.nouns_capitalised &&
         token > analysis.sentences()[analysis.sentence_of(token)].begin;
}

// "his former judge", but not "el diputado socialista aseguró": where adjectives follow nouns,
// the word after one is a noun only if the file knows it as one.
bool adjective_of_noun(const Analysis& analysis, TokenIndex before, TokenIndex i) {
  // "the harbour chief said": an adjective that is a noun of people too may be the subject.
  if (!analysis.is(before, Tag::RoleAdjective) || is_speaker_noun(analysis, before)) {
    return false;
  }
  if (is_surname(analysis, before)) return false;
  return !analysis.language().grammar.adjective_after_noun || is_speaker_noun(analysis, i) ||
         analysis.is(i, Tag::NounToo) || analysis.is(i, Tag::CueNoun);
}

// Whether the word can stand right before a finite verb: without it a form that is a noun as
// often as a verb is taken for the noun.
bool may_precede_verb(const Analysis& analysis, TokenIndex before) {
  static const TagSet kTags =
      tag_set({Tag::Pronoun, Tag::IndefinitePronoun, Tag::RelativePronoun, Tag::Modal,
               Tag::Auxiliary, Tag::Adverb, Tag::ObjectPronoun, Tag::Conjunction, Tag::Negation});
  if (analysis.is_any(before, kTags) || is_light(analysis, before)) return true;
  if (analysis.token(before).kind == TokenKind::Punctuation) return true;
  for (const PhraseMatch& phrase : analysis.matches(before)) {
    if (phrase.entry.tag == Tag::RoleNoun || phrase.entry.tag == Tag::GroupNoun) return true;
  }
  return may_be_name(analysis, before) && !analysis.is(before, Tag::NotName);
}

bool subject_before(const Analysis& analysis, TokenIndex i) {
  if (i == 0 || !in_same_sentence(analysis, i - 1, i)) return false;
  const TokenIndex before = i - 1;
  if (analysis.token(before).kind == TokenKind::Punctuation) return false;
  if (analysis.is(before, Tag::Pronoun) || analysis.is(before, Tag::RelativePronoun)) return true;
  // "a menacé la juge": what stands right behind a verb is its object.
  const bool verb = verb_moods(analysis, before) != 0 && !analysis.is(before, Tag::NounToo) &&
                    !is_speaker_noun(analysis, before);
  return !verb && !ends_noun_phrase(analysis, before);
}

bool is_finite_cue(const Analysis& analysis, TokenIndex i) {
  const std::optional<CueVerb> verb = read_cue_verb(analysis, i);
  return verb && (verb->moods & kFiniteMoods) != 0 && !is_determiner_like(analysis, i);
}

}  // namespace

bool is_noun_here(const Analysis& analysis, TokenIndex i, const CueVerb& verb) {
  if (verb.length > 1) return false;
  const TokenIndex next = i + 1;
  // "reports say", not "said reports": of two such words the likelier noun is one.
  const bool either = analysis.is(i, Tag::NounToo) || !analysis.is(next, Tag::NounToo);
  if (either && in_same_sentence(analysis, i, next) && is_finite_cue(analysis, next) &&
      (i == 0 || !analysis.is(i - 1, Tag::Pronoun))) {
    return true;
  }
  if (i == 0 || !in_same_sentence(analysis, i - 1, i)) return false;
  const TokenIndex before = i - 1;
  if (analysis.token(i).capitalised && may_be_name(analysis, before)) return true;
  const bool gerund_only = (verb.moods & kFiniteMoods) == 0;
  if (gerund_only) {
    const bool owned = ends_owner(analysis, before) && !analysis.is(i - 2, Tag::Pronoun);
    return analysis.is(i, Tag::NounToo) && (owned || is_determiner_like(analysis, before));
  }
  if (ends_owner(analysis, before) && !analysis.is_any(before, verb_tags())) return true;
  if (analysis.is(i, Tag::NounToo) && !may_precede_verb(analysis, before)) return true;
  if (analysis.is(before, Tag::ObjectPronoun) && !analysis.is(before, Tag::Possessive)) {
    // "l'accuse", "le juge": a clitic when a subject stands before it. "La police examine la
    // menace": an unknown verb looks like the end of a subject, and only a pronoun is sure to be
    // one where the noun would name somebody's threat.
    if (!analysis.is(before, Tag::Definite)) return false;
    if (!analysis.is(i, Tag::MenaceNoun)) return !subject_before(analysis, before);
    return before == 0 || !analysis.is(before - 1, Tag::Pronoun);
  }
  if (is_relative_article(analysis, before)) return false;
  return is_determiner_like(analysis, before) || adjective_of_noun(analysis, before, i) ||
         analysis.is(before, Tag::AgentPreposition);
}

}  // namespace dixit::parser
