#pragma once

#include <vector>

#include "parser/html/tree.h"
#include "parser/post/post_reading.h"

namespace dixit::parser {

// The public posts that stand inside a page, in document order, each address once. Some show no
// words: a frame or a script that fetches them is all that the page has.
std::vector<PostReading> read_embedded_posts(const Tree& tree);

// The post that `element` itself is, if it is one.
std::optional<PostReading> read_embedded_post(const Tree& tree, NodeIndex element);

}  // namespace dixit::parser
