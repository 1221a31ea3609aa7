#include "parser/quote/noun_phrase_extent.h"

#include <algorithm>
#include <array>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// A noun phrase longer than this has run into the next clause.
constexpr TokenIndex kNounPhraseTokensMax = 12;

// Words between a determiner and its noun.
constexpr TokenIndex kModifiersBeforeMax = 3;

bool is_plain_word(const Analysis& analysis, TokenIndex token) {
  if (token >= analysis.size() || analysis.token(token).kind == TokenKind::Punctuation)
    return false;
  static constexpr auto kEnding = std::to_array({Tag::Preposition,
                                                 Tag::Conjunction,
                                                 Tag::Subordinator,
                                                 Tag::Complementizer,
                                                 Tag::RelativePronoun,
                                                 Tag::Auxiliary,
                                                 Tag::Copula,
                                                 Tag::Modal,
                                                 Tag::Pronoun,
                                                 Tag::Negation,
                                                 Tag::Definite,
                                                 Tag::Indefinite,
                                                 Tag::Possessive,
                                                 Tag::Demonstrative,
                                                 Tag::Genitive,
                                                 Tag::AgentPreposition,
                                                 Tag::ChannelPreposition,
                                                 Tag::SourcePreposition,
                                                 Tag::RecipientPreposition,
                                                 Tag::Say,
                                                 Tag::Write,
                                                 Tag::Weekday});
  return std::none_of(kEnding.begin(), kEnding.end(),
                      [&](Tag tag) { return analysis.is(token, tag); });
}

// Names written after a noun: capitalised words, particles between them, marks around a name.
TokenIndex extend_over_names(const Analysis& analysis, TokenIndex end) {
  while (end < analysis.size() && analysis.token(end).kind != TokenKind::Punctuation &&
         (analysis.token(end).capitalised ||
          (analysis.is(end, Tag::NameParticle) && end + 1 < analysis.size() &&
           analysis.token(end + 1).capitalised))) {
    ++end;
  }
  return end;
}

// Adjectives after the noun, then names, then one genitive with its own noun phrase.
TokenIndex extend_right(const Analysis& analysis, TokenIndex head, TokenIndex limit) {
  TokenIndex end = head + 1;
  const auto within = [&](TokenIndex i) {
    return i < limit && in_same_sentence(analysis, head, i);
  };
  if (within(end) && analysis.is(end, Tag::RoleAdjective) && !analysis.is(end, Tag::Adverb)) ++end;
  if (within(end)) end = std::min(extend_over_names(analysis, end), limit);
  if (!within(end) || !analysis.is(end, Tag::Genitive)) return end;
  TokenIndex inner = end + analysis.match(end, Tag::Genitive)->length;
  while (within(inner) && is_determiner_like(analysis, inner)) ++inner;
  TokenIndex words = 0;
  while (within(inner) && words < 2 && is_plain_word(analysis, inner) &&
         !analysis.token(inner).capitalised) {
    ++inner;
    ++words;
  }
  if (within(inner)) inner = std::min(extend_over_names(analysis, inner), limit);
  return inner > end + 1 ? inner : end;
}

// "a Kessamar monitoring group": a place before its noun is no name, so the phrase goes on to the
// noun. `end` where no such noun follows.
TokenIndex extend_to_noun(const Analysis& analysis, TokenIndex end) {
  static const TagSet kNouns =
      tag_set({Tag::MonitorNoun, Tag::AgencyNoun, Tag::OutletNoun, Tag::RoleNoun, Tag::GroupNoun});
  for (TokenIndex i = end; i < end + kModifiersBeforeMax && is_plain_word(analysis, i) &&
                           in_same_sentence(analysis, end - 1, i);
       ++i) {
    if (analysis.within_any(i, kNouns)) end = i + 1;
  }
  return end;
}

// "dozens of": a determiner may be a phrase.
TokenIndex determiner_length(const Analysis& analysis, TokenIndex token) {
  const PhraseMatch* quantifier = analysis.match(token, Tag::Quantifier);
  return quantifier != nullptr ? quantifier->length : 1;
}

}  // namespace

TokenRange noun_phrase_around(const Analysis& analysis, TokenIndex head) {
  TokenIndex begin = head;
  TokenIndex scan = head;
  for (TokenIndex steps = 0; steps <= kModifiersBeforeMax && scan > 0; ++steps) {
    const TokenIndex previous = scan - 1;
    if (!in_same_sentence(analysis, previous, head)) break;
    if (is_determiner_like(analysis, previous)) {
      begin = previous;
      // "un des tweets": a determiner may take a genitive and another.
      if (begin > 1 && analysis.is(begin, Tag::Genitive) &&
          is_determiner_like(analysis, begin - 1) && in_same_sentence(analysis, begin - 1, head)) {
        --begin;
      }
      break;
    }
    if (!is_plain_word(analysis, previous)) break;
    scan = previous;
  }
  return {
      .begin = begin,
      .end = extend_right(analysis, head, std::min(analysis.size(), head + kNounPhraseTokensMax))};
}

TokenRange noun_phrase_from(const Analysis& analysis, TokenIndex begin) {
  TokenIndex head = begin;
  const TokenIndex limit = std::min(analysis.size(), begin + kNounPhraseTokensMax);
  while (head < limit && is_determiner_like(analysis, head)) {
    head += determiner_length(analysis, head);
  }
  if (head >= limit || !in_same_sentence(analysis, begin, head)) return {};
  if (analysis.token(head).capitalised) {
    const bool determined = head > begin && analysis.is(head - 1, Tag::Indefinite);
    TokenIndex end = extend_over_names(analysis, head);
    if (determined) end = extend_to_noun(analysis, end);
    return {.begin = begin, .end = std::min(extend_right(analysis, end - 1, limit), limit)};
  }
  if (!is_plain_word(analysis, head)) return {};
  TokenIndex last = head;
  while (last + 1 < limit && in_same_sentence(analysis, head, last + 1) &&
         is_plain_word(analysis, last + 1) && !analysis.is(last + 1, Tag::Adverb) &&
         last - head < 2) {
    ++last;
  }
  return {.begin = begin, .end = extend_right(analysis, last, limit)};
}

}  // namespace dixit::parser
