#include "parser/quote/threat_complement.h"

#include <algorithm>

#include "parser/quote/frame_items.h"
#include "parser/quote/infinitive.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words of a threatened noun phrase among which one must name a harm.
constexpr TokenIndex kHarmReach = 6;

// Words between a verb at its clause's end and what it governs before it.
constexpr TokenIndex kFrameReach = 40;

Complement deed(ComplementKind kind, TokenIndex words) {
  return {.kind = kind, .begin = words, .words = words};
}

bool parts_clauses(const Analysis& analysis, TokenIndex at) {
  const char32_t mark = analysis.mark(at);
  return is_comma(analysis, at) || mark == ';' || mark == ':' || mark == '(' || mark == ')';
}

// Where nouns alone are capitalised, a small letter after one begins another phrase.
bool follows_noun(const Analysis& analysis, TokenIndex at) {
  return analysis.language().grammar.nouns_capitalised && at > 0 &&
         analysis.token(at - 1).capitalised && !analysis.token(at).capitalised &&
         analysis.token(at).kind == TokenKind::Word;
}

// Whether the noun phrase at the token is of harm: "a strike", "neue Anschläge".
bool names_harm(const Analysis& analysis, TokenIndex at, TokenIndex end) {
  static const TagSet kHarm = tag_set({Tag::HarmNoun, Tag::CoerceNoun});
  for (TokenIndex i = at; i < end && i < at + kHarmReach; ++i) {
    if (analysis.is_any(i, kHarm)) return true;
    if (i > at && ends_noun_phrase(analysis, i)) return false;
    if (analysis.token(i).kind == TokenKind::Punctuation) return false;
  }
  return false;
}

// "menacé de mort le maire": the harm ends where whoever is threatened begins.
TokenIndex end_of_noun(const Scene& scene, TokenIndex begin, TokenIndex end) {
  const Analysis& analysis = scene.analysis();
  TokenIndex at = begin + 1;
  while (at < end && !is_comma(analysis, at) && !is_determiner_like(analysis, at) &&
         scene.mentions().beginning_at(at) == kNoMention) {
    ++at;
  }
  return at;
}

// A determiner, or a word that none precedes.
bool opens_noun_phrase(const Analysis& analysis, TokenIndex at) {
  if (is_determiner_like(analysis, at)) return true;
  if (follows_noun(analysis, at) && !ends_noun_phrase(analysis, at)) return true;
  return at > 0 && !ends_noun_phrase(analysis, at) && !is_determiner_like(analysis, at - 1) &&
         ends_noun_phrase(analysis, at - 1);
}

// The clause's first token before a verb at its end: after the finite one where two frame it.
TokenIndex clause_begin(const Analysis& analysis, const Frame& frame, const Cue& cue) {
  TokenIndex begin = cue.head;
  const TokenIndex floor = std::max(frame.tokens.begin, begin - std::min(begin, kFrameReach));
  while (begin > floor && begin - 1 != cue.finite && !parts_clauses(analysis, begin - 1)) --begin;
  return begin;
}

}  // namespace

std::optional<Complement> threat_at(const Scene& scene, const Frame& frame, TokenIndex at,
                                    bool first) {
  const Analysis& analysis = scene.analysis();
  const PhraseMatch* with = analysis.match(at, Tag::ThreatPreposition);
  const TokenIndex next = with == nullptr ? frame.tokens.end : at + with->length;
  // "de" joins nouns as well: "menacé le chef de la milice de représailles".
  const bool joins = analysis.is(at, Tag::Genitive);
  if (next < frame.tokens.end && (first || !joins || !is_determiner_like(analysis, next))) {
    if (ends_as_infinitive(analysis, next)) return deed(ComplementKind::Infinitive, next);
    Complement found = deed(ComplementKind::Threat, next);
    if (joins && marked_at(scene, frame, next) == kNoStretch) {
      found.end = end_of_noun(scene, next, frame.tokens.end);
    }
    return found;
  }
  // "threats made after the closing": a time is not what is threatened.
  const bool adjunct = analysis.is(at, Tag::Preposition) && !is_determiner_like(analysis, at);
  if (!first || adjunct || !names_harm(analysis, at, frame.tokens.end)) return std::nullopt;
  return deed(ComplementKind::Threat, at);
}

std::optional<Complement> distant_threat(const Scene& scene, const Frame& frame, const Cue& cue,
                                         TokenIndex from) {
  if (cue.tag != Tag::Threaten || cue.kind != CueKind::Verb) return std::nullopt;
  const Analysis& analysis = scene.analysis();
  const TokenIndex end = std::min(frame.tokens.end, from + kPlaceReach);
  for (TokenIndex at = from; at < end; ++at) {
    const StretchIndex marked = marked_at(scene, frame, at);
    if (marked != kNoStretch && scene.words_in(marked) > kNicknameMax) return std::nullopt;
    if (parts_clauses(analysis, at) || stands_as_verb(scene, at)) return std::nullopt;
    const PhraseMatch* with = analysis.match(at, Tag::ThreatPreposition);
    const TokenIndex next = with == nullptr ? frame.tokens.end : at + with->length;
    if (next >= frame.tokens.end) continue;
    if (ends_as_infinitive(analysis, next)) return deed(ComplementKind::Infinitive, next);
    if (!analysis.is(at, Tag::Genitive)) return deed(ComplementKind::Threat, next);
  }
  return std::nullopt;
}

std::optional<Complement> threat_before(const Scene& scene, const Frame& frame, const Cue& cue) {
  const Analysis& analysis = scene.analysis();
  if (cue.tag != Tag::Threaten || cue.kind != CueKind::Verb ||
      !analysis.language().grammar.participle_at_end) {
    return std::nullopt;
  }
  const TokenIndex begin = clause_begin(analysis, frame, cue);
  for (TokenIndex at = begin; at < cue.head; ++at) {
    if (at == begin && scene.mentions().at(at) != kNoMention) continue;
    const PhraseMatch* with = analysis.match(at, Tag::ThreatPreposition);
    // "hat dieser neue Anschläge angedroht": a demonstrative alone may be the subject.
    const bool opens = opens_noun_phrase(analysis, at) ||
                       (at == begin + 1 && analysis.is(begin, Tag::Demonstrative));
    if (with == nullptr && !(opens && names_harm(analysis, at, cue.head))) {
      continue;
    }
    const TokenIndex words = with != nullptr ? at + with->length : at;
    if (words >= cue.head) return std::nullopt;
    Complement found = deed(ComplementKind::Threat, words);
    found.end = cue.head;
    return found;
  }
  return std::nullopt;
}

}  // namespace dixit::parser
