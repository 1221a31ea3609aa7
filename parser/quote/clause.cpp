#include "parser/quote/clause.h"

#include <algorithm>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Tokens between a verb and its subject, appositions and relative clauses between them included.
constexpr TokenIndex kSubjectReach = 60;

// Words in marks that may stand inside the reporter's noun phrase: a nickname, a title.
constexpr TokenIndex kTransparentWordsMax = 4;

}  // namespace

bool parts_clauses(char32_t mark) {
  return mark == ',' || mark == U'–' || mark == U'—' || mark == U'―' || mark == '-' ||
         mark == ')' || mark == '(' || mark == U'،';
}

Clause::Clause(const Scene& scene, const Frame& frame, const Cue& cue)
    : scene_(&scene),
      frame_(&frame),
      cue_(&cue),
      verb_(std::min(cue.finite, cue.tokens.begin)),
      floor_(std::max(frame.tokens.begin, verb_ - std::min(verb_, kSubjectReach))) {}

TokenIndex Clause::token_before_verb() const {
  TokenIndex at = verb_;
  while (at > floor_) {
    --at;
    if (!is_light(analysis(), at) || mentions().at(at) != kNoMention) return at;
  }
  return kNoToken;
}

bool Clause::in_incise() const {
  if (verb_ == frame_->tokens.begin) return true;
  return analysis().token(verb_ - 1).kind == TokenKind::Punctuation;
}

bool Clause::follows_marks() const {
  for (TokenIndex at = verb_; at > floor_;) {
    --at;
    if (stretch_ending_at(at) != kNoStretch) return true;
    if (analysis().token(at).kind != TokenKind::Punctuation && !is_light(analysis(), at)) break;
  }
  return false;
}

StretchIndex Clause::stretch_ending_at(TokenIndex at) const {
  const StretchIndex child = scene_->child_at(frame_->region, at);
  if (child != kNoStretch) return child;
  if (at == 0 || analysis().token(at).kind != TokenKind::Punctuation) return kNoStretch;
  const StretchIndex inside = scene_->child_at(frame_->region, at - 1);
  if (inside == kNoStretch || scene_->stretches()[inside].outer.end != at + 1) return kNoStretch;
  return inside;
}

StretchIndex Clause::stretch_beginning_at(TokenIndex at) const {
  if (at >= analysis().size()) return kNoStretch;
  const StretchIndex child = scene_->child_at(frame_->region, at);
  if (child != kNoStretch || at + 1 >= analysis().size()) return child;
  const StretchIndex next = scene_->child_at(frame_->region, at + 1);
  return next != kNoStretch && scene_->stretches()[next].outer.begin == at ? next : kNoStretch;
}

bool Clause::is_transparent(StretchIndex stretch) const {
  return scene_->words_in(stretch) <= kTransparentWordsMax;
}

bool Clause::is_governed(MentionIndex index) const {
  return mentions()[index].governed && !opens_subordinate(index);
}

// A preposition before a noun phrase that is a conjunction where a clause follows: "as Smith said",
// "after a gang that she knew threatened".
bool Clause::opens_subordinate(MentionIndex index) const {
  const Mention& mention = mentions()[index];
  const TokenIndex begin = mention.core.begin;
  static const TagSet kOpeners = tag_set({Tag::Subordinator, Tag::Complementizer});
  if (begin == 0 || !analysis().is_any(begin - 1, kOpeners)) return false;
  const TokenIndex end = mention.tokens.end;
  if (end == verb_ || mention.core.end == verb_ || end == token_before_verb() + 1) return true;
  if (end >= verb_) return false;
  // "after men she had jailed threatened": a relative clause may stand without its pronoun.
  const MentionIndex next = mentions().beginning_at(end);
  const bool contact = grammar().complement_bare && next != kNoMention &&
                       mentions()[next].kind == MentionKind::Pronoun;
  return contact || analysis().is(end, Tag::RelativePronoun);
}

bool Clause::in_region(MentionIndex index) const {
  return scene_->region_of(mentions()[index].core.begin) == frame_->region;
}

Subject Clause::subject(MentionIndex index, std::string_view rule) const {
  return {.tokens = mentions()[index].tokens, .mention = index, .rule = rule};
}

}  // namespace dixit::parser
