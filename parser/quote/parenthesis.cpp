#include "parser/quote/parenthesis.h"

#include "parser/quote/frame_items.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {

bool sets_off(const Analysis& analysis, TokenIndex token) {
  const char32_t mark = analysis.mark(token);
  return is_comma(analysis, token) || mark == U'–' || mark == U'—' || mark == '?';
}

bool may_stand_alone(const Scene& scene, const Frame& frame, TokenRange tokens) {
  static const TagSet kAdverbial =
      tag_set({Tag::Preposition, Tag::Subordinator, Tag::Adverb, Tag::InfinitiveMarker});
  const Analysis& analysis = scene.analysis();
  if (has_finite_verb(scene, frame, tokens)) return true;
  const bool gerund = (verb_moods(analysis, tokens.begin) & mood_bit(Mood::Gerund)) != 0;
  return !gerund && !analysis.is_any(tokens.begin, kAdverbial) &&
         count_words(analysis, tokens) > kClauseWordsMin;
}

bool introduces_words(const Scene& scene, const Frame& frame, const Cue& cue) {
  return !frame.stretches.empty() &&
         scene.stretches()[frame.stretches.back()].outer.begin >= cue.tokens.end;
}

TokenRange words_after(const Scene& scene, const Frame& frame, const Report& report,
                       TokenIndex group_end) {
  static const TagSet kOther = tag_set({Tag::RelativePronoun, Tag::Conjunction, Tag::Indefinite});
  static const TagSet kJoining = tag_set({Tag::Subordinator, Tag::Preposition});
  const Analysis& analysis = scene.analysis();
  const TokenIndex begin = group_end + 1;
  if (begin >= frame.tokens.end || !is_comma(analysis, group_end)) return {};
  if (analysis.is_any(begin, kOther)) return {};
  const TokenRange rest{.begin = begin, .end = reported_end(scene, frame, report, begin)};
  const bool verb_first = (verb_moods(analysis, begin) & kFiniteMoods) != 0;
  const bool joined =
      analysis.is_any(begin, kJoining) && has_finite_verb(scene, frame, {begin + 1, rest.end});
  return verb_first || joined || opens_clause(scene, frame, rest) ? rest : TokenRange{};
}

}  // namespace dixit::parser
