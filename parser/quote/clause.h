#pragma once

#include <string_view>

#include "parser/quote/scene.h"
#include "parser/quote/subjects.h"

namespace dixit::parser {

// The clause around a verbal cue, as the search for its subject sees it: where the search starts,
// how far back it goes, and what stands there.
//
// Ownership: borrows the scene, the frame and the cue.
class Clause {
 public:
  Clause(const Scene& scene, const Frame& frame, const Cue& cue);

  [[nodiscard]] const Scene& scene() const { return *scene_; }
  [[nodiscard]] const Analysis& analysis() const { return scene_->analysis(); }
  [[nodiscard]] const Mentions& mentions() const { return scene_->mentions(); }
  [[nodiscard]] const Grammar& grammar() const { return analysis().language().grammar; }
  [[nodiscard]] const Frame& frame() const { return *frame_; }
  [[nodiscard]] const Cue& cue() const { return *cue_; }

  // The first token of the verb, and the first one that its subject may have.
  [[nodiscard]] TokenIndex verb() const { return verb_; }
  [[nodiscard]] TokenIndex floor() const { return floor_; }

  // The last token before the verb that is no adverb, negation or clitic; kNoToken at the start.
  [[nodiscard]] TokenIndex token_before_verb() const;
  // Whether the verb stands where words or a clause end: "…, said the mayor".
  [[nodiscard]] bool in_incise() const;
  // Whether nothing but light words and marks stands between a marked stretch and the verb.
  [[nodiscard]] bool follows_marks() const;

  // The stretch whose closing mark is at the token, or that the token lies in.
  [[nodiscard]] StretchIndex stretch_ending_at(TokenIndex at) const;
  // The stretch whose opening mark is at the token, or that the token lies in.
  [[nodiscard]] StretchIndex stretch_beginning_at(TokenIndex at) const;
  // Whether the stretch is so short that it may stand inside a noun phrase: a nickname, a title.
  [[nodiscard]] bool is_transparent(StretchIndex stretch) const;

  // Whether a preposition or case keeps the mention from being a subject.
  [[nodiscard]] bool is_governed(MentionIndex index) const;
  // Whether a conjunction that may be a preposition makes the mention the subject of the verb.
  [[nodiscard]] bool opens_subordinate(MentionIndex index) const;
  // Whether the mention is the reporter's, not somebody's who is quoted here.
  [[nodiscard]] bool in_region(MentionIndex index) const;

  [[nodiscard]] Subject subject(MentionIndex index, std::string_view rule) const;

 private:
  const Scene* scene_;
  const Frame* frame_;
  const Cue* cue_;
  TokenIndex verb_;
  TokenIndex floor_;
};

// Marks that set off a parenthesis or another clause: commas, dashes, brackets.
bool parts_clauses(char32_t mark);

}  // namespace dixit::parser
