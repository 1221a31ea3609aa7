#pragma once

#include <vector>

#include "parser/html/markup_names.h"
#include "parser/html/text_blocks.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// What each element's names say it is, one entry a node.
std::vector<MarkupRoles> roles_of_nodes(const Tree& tree);

// Marks what no article's text stands in, whatever the page: programs, forms, navigation, media,
// hidden elements. The mark is the rule's name.
DropMarks mark_machinery(const Tree& tree);

// Marks elements whose tag or names say that they hold something else than the article, unless so
// much of the page's prose stands in them that the name must mean something else. What holds the
// `title` (or kNoNode) is no navigation. `blocks` are those outside `marks`.
void mark_by_name(const Tree& tree, const std::vector<MarkupRoles>& roles,
                  const std::vector<TextBlock>& blocks, NodeIndex title, DropMarks& marks);

}  // namespace dixit::parser
