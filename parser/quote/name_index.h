#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "parser/quote/mentions.h"

namespace dixit::parser {

// The names of a text by their last word: how a short form finds the full one.
//
// Ownership: borrows the analysis and the mentions.
class NameIndex {
 public:
  NameIndex(const Analysis& analysis, const Mentions& mentions);

  // The full name that a short one stands for: "Roth" is the "Ada Roth" named last before it, else
  // first after it. The mention itself when the text has none.
  [[nodiscard]] MentionIndex fullest(MentionIndex index) const;

 private:
  [[nodiscard]] std::string last_word(const Mention& mention) const;
  [[nodiscard]] bool is_full(const Mention& mention) const;
  [[nodiscard]] bool extends(const Mention& full, const Mention& brief) const;
  [[nodiscard]] TokenIndex words_of_name(const Mention& mention) const;
  [[nodiscard]] bool has_word(const Mention& mention, std::string_view folded) const;

  const Analysis* analysis_;
  const Mentions* mentions_;
  std::unordered_map<std::string, std::vector<MentionIndex>> by_last_word_;  // in order
};

}  // namespace dixit::parser
