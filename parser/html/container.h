#pragma once

#include <vector>

#include "parser/html/markup_names.h"
#include "parser/html/text_blocks.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// The element that holds the article: the one with the most prose less what speaks against it, the
// smallest of equals. `title` is the heading with the article's title, or kNoNode; what stands
// before it counts little. kNoNode when the page has no text.
NodeIndex choose_container(const Tree& tree, const std::vector<TextBlock>& blocks,
                           const std::vector<MarkupRoles>& roles, NodeIndex title);

}  // namespace dixit::parser
