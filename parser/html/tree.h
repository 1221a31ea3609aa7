#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "parser/html/arena.h"

namespace dixit::parser {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = UINT32_MAX;

// One element or text of a page, at its place in document order.
struct Node {
  GumboTag tag = GUMBO_TAG_LAST;  // GUMBO_TAG_LAST: a text
  NodeIndex parent = kNoNode;
  NodeIndex end = 0;      // one past the last node inside
  std::string_view text;  // of a text, entities decoded
  const GumboElement* element = nullptr;

  [[nodiscard]] bool is_text() const { return tag == GUMBO_TAG_LAST; }
};

enum class TreeError { BudgetSpent };

// Four megabytes of ordinary markup cost Gumbo about 30 MB and 60 ms; a page may cost this and no
// more, so that a parser thread stays within 64 MB and a quarter of a second whatever it is handed.
inline constexpr TreeBudget kPageBudget{44u << 20, std::chrono::milliseconds(150)};

// A piece of markup out of data. A page has many: each is small or is not worth a tree.
inline constexpr TreeBudget kFragmentBudget{4u << 20, std::chrono::milliseconds(20)};

// A page's HTML tree (https://html.spec.whatwg.org/multipage/parsing.html) as Gumbo builds it, laid
// out in document order: the nodes inside node i are (i, nodes()[i].end), so that every walk is a
// loop and none recurses on the depth of the page. Comments are left out.
//
// Ownership: texts and attributes live as long as the tree. Immutable, so threads may share it.
class Tree {
 public:
  // Takes `html`, in UTF-8.
  [[nodiscard]] static tl::expected<Tree, TreeError> parse(std::string html,
                                                           TreeBudget budget = kPageBudget);

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Node& operator[](NodeIndex index) const { return nodes_[index]; }
  [[nodiscard]] NodeIndex size() const { return static_cast<NodeIndex>(nodes_.size()); }

  // The value of an attribute (lower-case name) with entities decoded, "" when it is absent.
  [[nodiscard]] std::string_view attribute(NodeIndex index, std::string_view name) const;
  [[nodiscard]] bool has_attribute(NodeIndex index, std::string_view name) const;

  // The first element `tag` inside `root` (itself included), or kNoNode.
  [[nodiscard]] NodeIndex find(GumboTag tag, NodeIndex root = 0) const;

  // All text inside `root`, as the markup has it.
  [[nodiscard]] std::string raw_text(NodeIndex root) const;

  // The text inside `root` with white space collapsed and trimmed, scripts and styles left out; at
  // least its first `bytes_wanted` bytes.
  [[nodiscard]] std::string text(NodeIndex root, std::size_t bytes_wanted = SIZE_MAX) const;

 private:
  Tree() = default;
  void flatten(const GumboNode* document);

  std::unique_ptr<const std::string> html_;  // unknown tags' names point into it
  std::unique_ptr<Arena> arena_;
  std::vector<Node> nodes_;
};

// The text of a piece of markup such as stands in metadata: entities decoded, tags removed.
std::string text_of_markup(std::string_view markup);

}  // namespace dixit::parser
