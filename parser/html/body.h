#pragma once

#include <vector>

#include "parser/html/article.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// The words of an article and what was left out around them.
struct Body {
  std::vector<ArticleBlock> blocks;
  std::vector<Dropped> dropped;
  NodeIndex container = kNoNode;  // the element that holds them
};

// Finds the article's text in the tree. `title` tells headings that only repeat it.
Body read_body(const Knowledge& knowledge, const Tree& tree, std::string_view title);

}  // namespace dixit::parser
