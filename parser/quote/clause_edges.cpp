#include "parser/quote/clause_edges.h"

#include <algorithm>

#include "parser/quote/gap.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {

namespace {

// Whether the cue is a relative clause's first verb.
bool opens_relative(const Analysis& analysis, const Frame& frame, const Cue& cue) {
  if (cue.kind != CueKind::Verb) return false;
  TokenIndex before = std::min(cue.finite, cue.tokens.begin);
  while (before > frame.tokens.begin && is_light(analysis, before - 1)) --before;
  return before > frame.tokens.begin && analysis.is(before - 1, Tag::RelativePronoun);
}

}  // namespace

bool in_ended_relative(const Analysis& analysis, const Frame& frame, const Cue& cue) {
  return analysis.mark(cue.tokens.end) == ',' && opens_relative(analysis, frame, cue);
}

bool in_subjects_relative(const Analysis& analysis, const Frame& frame, const Cue& cue,
                          TokenIndex words) {
  static const TagSet kOpeners =
      tag_set({Tag::Complementizer, Tag::Subordinator, Tag::Conjunction, Tag::RelativePronoun,
               Tag::ConditionMarker, Tag::Say, Tag::Write});
  static const TagSet kMain = tag_set({Tag::Copula, Tag::Auxiliary, Tag::Modal});
  if (!opens_relative(analysis, frame, cue)) return false;
  for (TokenIndex at = cue.tokens.end; at < words; ++at) {
    if (analysis.token(at).kind == TokenKind::Punctuation || analysis.is_any(at, kOpeners)) break;
    if ((verb_moods(analysis, at) & kFiniteMoods) != 0 && analysis.is_any(at, kMain)) return true;
  }
  return false;
}

bool has_clause_after(const Analysis& analysis, const Frame& frame, const Cue& cue,
                      const std::optional<Subject>& source) {
  if (cue.kind != CueKind::Verb || cue.dependent) return false;
  TokenIndex after = cue.tokens.end;
  if (source && source->tokens.begin >= after) after = source->tokens.end;
  while (after < frame.tokens.end && is_light(analysis, after)) ++after;
  // A word that is an article or opens other clauses too tells nothing.
  return after < frame.tokens.end && analysis.is(after, Tag::Complementizer) &&
         !analysis.is(after, Tag::Definite) && !analysis.is(after, Tag::Subordinator);
}

bool opens_next_stretch(const Scene& scene, const Frame& frame, const Cue& cue) {
  const auto next = std::lower_bound(frame.stretches.begin(), frame.stretches.end(), cue.tokens.end,
                                     [&](StretchIndex index, TokenIndex token) {
                                       return scene.stretches()[index].outer.begin < token;
                                     });
  if (next == frame.stretches.end()) return false;
  const TokenRange between{.begin = cue.tokens.end, .end = scene.stretches()[*next].outer.begin};
  return read_gap(scene, frame, between).colon;
}

}  // namespace dixit::parser
