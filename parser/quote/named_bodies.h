#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/quote/mentions.h"

namespace dixit::parser {

// The groups that a text names, for what calls one of them "the group".
//
// Ownership: borrows the analysis and the mentions.
class NamedBodies {
 public:
  NamedBodies(const Analysis& analysis, const Mentions& mentions)
      : analysis_(&analysis), mentions_(&mentions) {}

  // A name whose own words or entity say that it is a group's; others are left out.
  void note_name(MentionIndex name);
  // A name that a description calls a group. Who watches and reports on groups is none of them.
  void note_described(MentionIndex name, const Mention& description);

  // Whom "the group" means: the one that the text calls by this noun, else an armed one, else any
  // that was named before it; of several the one that was the subject of a clause last. kNoMention
  // when the text leaves it open, as where the armed one was named since.
  [[nodiscard]] MentionIndex meant_by(MentionIndex description) const;

 private:
  struct Body {
    MentionIndex name;
    std::vector<std::string> nouns;  // folded, that the text calls it by
  };
  // Up to kNamesComparedMax names before the description that pass a test.
  template <typename Test>
  [[nodiscard]] std::vector<MentionIndex> named_before(MentionIndex description, Test test) const;
  [[nodiscard]] bool is_armed(MentionIndex name) const;
  [[nodiscard]] bool same(MentionIndex a, MentionIndex b) const;
  [[nodiscard]] MentionIndex only_or_last_subject(const std::vector<MentionIndex>& named) const;

  const Analysis* analysis_;
  const Mentions* mentions_;
  std::vector<Body> bodies_;  // in order
};

}  // namespace dixit::parser
