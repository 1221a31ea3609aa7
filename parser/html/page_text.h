#pragma once

#include <vector>

#include "parser/html/markup_names.h"
#include "parser/html/text_blocks.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// What a page prints, cut into lines once for all who read it: body, bylines and dates.
struct PageText {
  DropMarks machinery;             // programs, controls, navigation
  std::vector<TextBlock> lines;    // everything else, in document order
  std::vector<MarkupRoles> roles;  // what each element's names say it is, one entry a node
};

PageText read_page_text(const Tree& tree);

// Where an article's title, byline and date are looked for.
struct ArticlePlace {
  NodeIndex title = kNoNode;      // the heading with the title
  NodeIndex container = kNoNode;  // the element with the body
  std::vector<bool> foreign;      // one entry a node: other articles, comments, promotions

  [[nodiscard]] bool is_foreign(NodeIndex node) const {
    return node < foreign.size() && foreign[node];
  }
};

// One entry a node: whether a mark puts it into something else than the article; never what holds
// the title.
std::vector<bool> foreign_nodes(const Tree& tree, const DropMarks& marks, NodeIndex title);

// How many lines each line stands away from the title, or from the body's beginning when the page
// shows no title: negative before it. All are far away when there is neither.
std::vector<int> lines_from_title(const std::vector<TextBlock>& lines, const ArticlePlace& place);

}  // namespace dixit::parser
