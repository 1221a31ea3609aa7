#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/html/markup_names.h"
#include "parser/html/text_blocks.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// Tells the standfirst: the sentence or two under the title, which often stand outside the body.
// They are what the metadata give as the description, or stand in an element named for them.
class StandfirstFinder {
 public:
  // `title` is the heading with the article's title, or kNoNode. All must outlive this.
  StandfirstFinder(const Tree& tree, const std::vector<MarkupRoles>& roles, NodeIndex title,
                   const std::vector<std::string_view>& descriptions);

  [[nodiscard]] bool is_standfirst(const TextBlock& block) const;

 private:
  [[nodiscard]] bool is_description(const TextBlock& block) const;
  [[nodiscard]] bool is_named(const TextBlock& block) const;

  const Tree& tree_;
  const std::vector<MarkupRoles>& roles_;
  NodeIndex title_;
  std::vector<std::string> descriptions_;  // comparable
};

}  // namespace dixit::parser
