#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "parser/quote/mentions.h"
#include "parser/quote/named_bodies.h"

namespace dixit::parser {

// The descriptions that a text ties to a name, by their noun: "the Salt Brigade, an armed group",
// "the mayor, Ada Roth,", "the Salt Brigade is an armed group", "a group called the Salt Brigade",
// and names that hold their description, "Mayor Ada Roth".
//
// Ownership: borrows the analysis and the mentions.
class NamedDescriptions {
 public:
  NamedDescriptions(const Analysis& analysis, const Mentions& mentions);

  // The name of what a definite description means, kNoMention when the text does not tell: one with
  // the same noun, named last before it; for a noun that any group may be called by, the group that
  // the text is about.
  [[nodiscard]] MentionIndex name_of(MentionIndex description) const;
  // The name that stands beside the description itself: "the mayor, Ada Roth,".
  [[nodiscard]] MentionIndex apposed_to(MentionIndex description) const;

 private:
  struct Pair {
    MentionIndex description;
    MentionIndex name;
  };
  void add(MentionIndex description, MentionIndex name);
  void read(MentionIndex left, MentionIndex right);
  void read_name(MentionIndex name);
  [[nodiscard]] bool apposes(const Mention& left, const Mention& right) const;
  [[nodiscard]] bool links(const Mention& left, const Mention& right) const;
  [[nodiscard]] bool fits(const Mention& description, const Pair& pair) const;
  [[nodiscard]] bool holds_word(const Mention& mention, std::string_view folded) const;
  [[nodiscard]] MentionIndex same_noun(MentionIndex description) const;

  const Analysis* analysis_;
  const Mentions* mentions_;
  std::unordered_map<std::string, std::vector<Pair>> by_noun_;  // in order of the name
  std::unordered_map<MentionIndex, MentionIndex> apposed_;
  NamedBodies bodies_;
};

}  // namespace dixit::parser
