#pragma once

#include <string_view>
#include <vector>

#include "parser/html/article.h"
#include "parser/html/page_labels.h"
#include "parser/html/page_text.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// The words of an article and what was left out around them.
struct Body {
  std::vector<ArticleBlock> blocks;
  std::vector<Dropped> dropped;
  NodeIndex container = kNoNode;  // the element that holds them
  DropMarks marks;                // why elements were left out, one entry a node
};

// What else the page says of its article.
struct BodyHints {
  std::string_view title;
  std::string_view host;        // of the page
  NodeIndex heading = kNoNode;  // the element with the title
  std::vector<std::string_view> descriptions;
};

Body read_body(const PageLabels& labels, const Tree& tree, const PageText& text,
               const BodyHints& hints);

}  // namespace dixit::parser
