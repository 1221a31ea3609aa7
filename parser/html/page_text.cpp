#include "parser/html/page_text.h"

#include <algorithm>
#include <array>
#include <limits>

#include "parser/html/drop_rules.h"

namespace dixit::parser {
namespace {

// Rules that leave out what tells of other things than the article.
constexpr auto kForeignRules = std::to_array<std::string_view>(
    {"name.comment", "name.related", "name.promotion", "name.advert", "name.navigation",
     "name.consent", "group.teasers", "section.related", "section.comments", "section.thread",
     "article.other"});

}  // namespace

PageText read_page_text(const Tree& tree) {
  PageText text;
  text.machinery = mark_machinery(tree);
  text.lines = collect_text_blocks(tree, text.machinery);
  text.roles = roles_of_nodes(tree);
  return text;
}

std::vector<bool> foreign_nodes(const Tree& tree, const DropMarks& marks, NodeIndex title) {
  std::vector<bool> foreign(tree.size());
  NodeIndex until = 0;
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    const bool holds_title = title != kNoNode && i <= title && title < tree[i].end;
    if (!holds_title && std::ranges::find(kForeignRules, marks[i]) != kForeignRules.end()) {
      until = std::max(until, tree[i].end);
    }
    foreign[i] = i < until;
  }
  return foreign;
}

std::vector<int> lines_from_title(const std::vector<TextBlock>& lines, const ArticlePlace& place) {
  const NodeIndex anchor = place.title != kNoNode ? place.title : place.container;
  std::vector<int> distances(lines.size(), std::numeric_limits<int>::max());
  if (anchor == kNoNode) return distances;
  const auto at_anchor =
      std::ranges::find_if(lines, [&](const TextBlock& line) { return line.first >= anchor; });
  const auto origin = static_cast<int>(at_anchor - lines.begin());
  for (std::size_t i = 0; i < lines.size(); ++i) distances[i] = static_cast<int>(i) - origin;
  return distances;
}

}  // namespace dixit::parser
