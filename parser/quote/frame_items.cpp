#include "parser/quote/frame_items.h"

#include <algorithm>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

bool is_plain_punctuation(const Analysis& analysis, TokenIndex token) {
  if (analysis.token(token).kind != TokenKind::Punctuation) return false;
  const char32_t mark = analysis.mark(token);
  return mark == ',' || mark == U'،' || mark == ';' || mark == U'؛' || mark == ':' || mark == '.' ||
         mark == '!' || mark == '?' || mark == U'؟' || mark == U'…' || mark == '-' ||
         mark == U'–' || mark == U'—';
}

}  // namespace

StretchIndex marked_at(const Scene& scene, const Frame& frame, TokenIndex token) {
  const StretchIndex inside = scene.child_at(frame.region, token);
  if (inside != kNoStretch || token + 1 >= frame.tokens.end) return inside;
  const StretchIndex next = scene.child_at(frame.region, token + 1);
  const bool opens = next != kNoStretch && scene.stretches()[next].outer.begin == token;
  return opens ? next : kNoStretch;
}

bool is_comma(const Analysis& analysis, TokenIndex token) {
  const char32_t mark = analysis.mark(token);
  return mark == ',' || mark == U'،';
}

bool has_finite_verb(const Scene& scene, const Frame& frame, TokenRange tokens) {
  for (TokenIndex at = tokens.begin; at < tokens.end; ++at) {
    if (scene.child_at(frame.region, at) != kNoStretch) continue;
    if ((verb_moods(scene.analysis(), at) & kFiniteMoods) != 0) return true;
    if (scene.analysis().is(at, Tag::FutureMarker)) return true;
  }
  return false;
}

bool opens_clause(const Scene& scene, const Frame& frame, TokenRange tokens) {
  static const TagSet kOther = tag_set({Tag::RelativePronoun, Tag::Complementizer});
  const Analysis& analysis = scene.analysis();
  for (TokenIndex at = tokens.begin; at < tokens.end; ++at) {
    if (scene.child_at(frame.region, at) != kNoStretch) continue;
    const char32_t mark = analysis.mark(at);
    if (at > tokens.begin && (mark == ',' || mark == ';' || mark == ':')) return false;
    if (at > tokens.begin && analysis.is_any(at, kOther)) return false;
    if ((verb_moods(analysis, at) & kFiniteMoods) != 0) return at > tokens.begin;
  }
  return false;
}

bool is_plain_verb(const Analysis& analysis, TokenIndex token) {
  const unsigned moods = verb_moods(analysis, token);
  return (moods & kFiniteMoods) != 0 && (moods & mood_bit(Mood::Infinitive)) == 0;
}

bool stands_as_verb(const Scene& scene, TokenIndex token) {
  return is_plain_verb(scene.analysis(), token) && scene.mentions().at(token) == kNoMention &&
         !is_determiner_like(scene.analysis(), token);
}

TokenRange trimmed(const Analysis& analysis, TokenRange tokens) {
  while (!tokens.empty() && is_plain_punctuation(analysis, tokens.begin)) ++tokens.begin;
  while (!tokens.empty() && is_plain_punctuation(analysis, tokens.end - 1)) {
    // The stop of an abbreviation belongs to its word.
    if (tokens.size() > 1 && analysis.within(tokens.end - 2, Tag::Abbreviation)) break;
    --tokens.end;
  }
  return tokens;
}

TokenIndex count_words(const Analysis& analysis, TokenRange tokens) {
  TokenIndex words = 0;
  for (TokenIndex at = tokens.begin; at < tokens.end; ++at) {
    if (analysis.token(at).kind != TokenKind::Punctuation) ++words;
  }
  return words;
}

}  // namespace dixit::parser
