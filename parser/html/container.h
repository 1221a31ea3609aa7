#pragma once

#include <vector>

#include "parser/html/markup_names.h"
#include "parser/html/text_blocks.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// The element that holds the article: where prose, less what speaks against it, is nearest. What
// stands deeper counts less with every level, so that a wider element wins only by a good deal more
// text. `title` is the heading with the article's title, or kNoNode; what stands before it counts
// little. kNoNode when the page has no text.
NodeIndex choose_container(const Tree& tree, const std::vector<TextBlock>& blocks,
                           const std::vector<MarkupRoles>& roles, NodeIndex title);

// The container and elements around it that carry on its text, in document order: clean paragraphs
// beside it, and elements with the same names as it or as one of those around it.
std::vector<NodeIndex> regions_around(const Tree& tree, const std::vector<TextBlock>& blocks,
                                      NodeIndex container, NodeIndex title);

}  // namespace dixit::parser
