#include "parser/quote/words_owner.h"

#include <algorithm>

#include "parser/quote/met_words.h"
#include "parser/quote/quoted_object.h"

namespace dixit::parser {
namespace {

// Tokens back in which the start of a clause is looked for.
constexpr TokenIndex kClauseReach = 60;

// What says less of the words than a participle or relative clause of the message itself.
constexpr double kMetCost = 0.1;

// The start of the clause around the token.
TokenIndex clause_begin(const Analysis& analysis, const Frame& frame, TokenIndex token) {
  const TokenIndex floor = std::max(frame.tokens.begin, token - std::min(token, kClauseReach));
  TokenIndex begin = token;
  while (begin > floor && analysis.token(begin - 1).kind != TokenKind::Punctuation) --begin;
  return begin;
}

// Whether what the cue's verb is said of stands before it: where verbs come last, or where a
// message right before it has a relative clause without a pronoun, Arabic "a letter saying".
bool has_clause_before(const Scene& scene, const Cue& cue) {
  const Grammar& grammar = scene.analysis().language().grammar;
  if (grammar.participle_at_end) return true;
  if (!grammar.verb_before_subject || cue.tokens.begin == 0) return false;
  const MentionIndex before = scene.mentions().at(cue.tokens.begin - 1);
  return before != kNoMention && scene.mentions()[before].carrier;
}

// What the clause of a cue says of how its source met with the words.
std::optional<MetWords> met_by_cue(const Scene& scene, const Frame& frame,
                                   const MarkedStretch& stretch, const Attribution& found) {
  const Cue& cue = scene.cues()[found.cue];
  if (cue.kind != CueKind::Verb) return std::nullopt;
  if (auto quoted = quoted_object(scene, cue)) return quoted;
  if (found.source && found.source->rule == "source.cited") return std::nullopt;
  if (cue.tokens.begin >= stretch.outer.end) {
    return met_words(scene, frame, found.source, cue.tokens, stretch);
  }
  const TokenIndex begin = has_clause_before(scene, cue)
                               ? clause_begin(scene.analysis(), frame, cue.tokens.begin)
                               : cue.tokens.begin;
  return met_words(scene, frame, found.source, {.begin = begin, .end = stretch.outer.begin},
                   stretch);
}

std::optional<MetWords> met_by(const Scene& scene, const Frame& frame, const MarkedStretch& stretch,
                               const Attribution& found) {
  if (found.cue != kNoCue) return met_by_cue(scene, frame, stretch, found);
  if (!found.source) return std::nullopt;
  // The verb, or what it is said of, may stand before its subject.
  const TokenIndex begin = clause_begin(scene.analysis(), frame, found.source->tokens.begin);
  return met_words(scene, frame, found.source, {.begin = begin, .end = stretch.outer.begin},
                   stretch);
}

}  // namespace

void give_to_owner(const Scene& scene, const Frame& frame, const MarkedStretch& stretch,
                   Attribution& found) {
  std::optional<MetWords> met = met_by(scene, frame, stretch, found);
  if (!met) return;
  found.met = true;
  if (!met->owner && found.source && found.cue != kNoCue) found.score -= kMetCost;
  found.source = met->owner;
}

}  // namespace dixit::parser
