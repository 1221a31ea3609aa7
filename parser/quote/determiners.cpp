#include "parser/quote/determiners.h"

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

constexpr int kDeterminersMax = 3;

template <typename E>
void settle(E& known, E stated) {
  if (known == E::Any) known = stated;
}

// "that" before a name, a pronoun or another determiner is no demonstrative.
bool opens_clause(const Analysis& analysis, const PhraseMatch& determiner) {
  const TokenIndex at = determiner.begin;
  if (determiner.entry.tag != Tag::Demonstrative || !analysis.is(at, Tag::Complementizer)) {
    return false;
  }
  const TokenIndex next = at + determiner.length;
  const bool after_verb =
      at > 0 && in_same_sentence(analysis, at - 1, at) && verb_moods(analysis, at - 1) != 0;
  return after_verb || may_be_name(analysis, next) || ends_noun_phrase(analysis, next) ||
         is_determiner_like(analysis, next) || analysis.is(next, Tag::RoleNoun);
}

Features common_features(const Analysis& analysis, const PhraseMatch& match) {
  Features common = match.entry.features;
  for (const PhraseMatch& other : analysis.matches(match.begin)) {
    if (other.entry.tag != match.entry.tag || other.length != match.length) continue;
    if (other.entry.features.gender != common.gender) common.gender = Gender::Any;
    if (other.entry.features.number != common.number) common.number = Number::Any;
    common.oblique = common.oblique && other.entry.features.oblique;
  }
  return common;
}

const PhraseMatch* longest_at(const Analysis& analysis, TokenIndex token) {
  const PhraseMatch* longest = nullptr;
  for (const Tag tag :
       {Tag::Quantifier, Tag::Indefinite, Tag::Possessive, Tag::Demonstrative, Tag::Definite}) {
    const PhraseMatch* found = analysis.match(token, tag);
    if (found != nullptr && (longest == nullptr || found->length > longest->length)) {
      longest = found;
    }
  }
  return longest;
}

}  // namespace

Determiners read_determiners(const Analysis& analysis, TokenIndex begin, TokenIndex end) {
  Determiners found{.tokens = {.begin = begin, .end = begin}, .features = {}};
  if (is_relative_article(analysis, begin)) return found;
  for (int count = 0; count < kDeterminersMax && found.tokens.end < end; ++count) {
    const PhraseMatch* next = longest_at(analysis, found.tokens.end);
    if (next == nullptr || found.tokens.end + next->length >= end) break;
    if (opens_clause(analysis, *next) || is_pronoun_before_name(analysis, found.tokens.end)) break;
    const Features stated = common_features(analysis, *next);
    settle(found.features.gender, stated.gender);
    settle(found.features.number, stated.number);
    found.features.oblique = found.features.oblique || stated.oblique;
    found.last = found.tokens.end;
    found.tag = next->entry.tag;
    found.tokens.end += next->length;
  }
  return found;
}

bool is_relative_article(const Analysis& analysis, TokenIndex token) {
  if (token == 0 || !analysis.is(token, Tag::Definite) ||
      !analysis.is(token, Tag::RelativePronoun)) {
    return false;
  }
  const bool after_preposition = token > 1 && analysis.is(token - 1, Tag::Preposition);
  if (analysis.mark(after_preposition ? token - 2 : token - 1) != ',') return false;
  const TokenIndex next = token + 1;
  if (!in_same_sentence(analysis, token, next)) return false;
  static const TagSet kDeterminers =
      tag_set({Tag::Definite, Tag::Indefinite, Tag::Possessive, Tag::Demonstrative});
  if (analysis.is_any(next, kDeterminers)) return true;
  // Where nouns have capitals a small verb is no noun behind its article.
  return analysis.language().grammar.nouns_capitalised && !analysis.token(next).capitalised &&
         verb_moods(analysis, next) != 0;
}

bool is_oblique_before(const Analysis& analysis, const Determiners& determiners, TokenIndex noun) {
  static const TagSet kNouns =
      tag_set({Tag::RoleNoun, Tag::GroupNoun, Tag::KinNoun, Tag::Title, Tag::GivenName});
  bool any = false;
  for (const PhraseMatch& reading : analysis.matches(noun)) {
    if (!kNouns.test(static_cast<std::size_t>(reading.entry.tag))) continue;
    for (const PhraseMatch& match : analysis.matches(determiners.last)) {
      const bool agrees =
          match.entry.tag == determiners.tag && agree(match.entry.features, reading.entry.features);
      if (agrees && !match.entry.features.oblique) return false;
      any = any || agrees;
    }
  }
  return any;
}

bool is_pronoun_before_name(const Analysis& analysis, TokenIndex token) {
  const TokenIndex next = token + 1;
  return analysis.is(token, Tag::Possessive) && analysis.is(token, Tag::Pronoun) &&
         in_same_sentence(analysis, token, next + 1) && analysis.is(next, Tag::GivenName) &&
         may_be_name(analysis, next) && may_be_name(analysis, next + 1);
}

}  // namespace dixit::parser
