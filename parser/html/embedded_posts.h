#pragma once

#include <string>
#include <vector>

#include "parser/html/text_blocks.h"
#include "parser/html/tree.h"

namespace dixit::parser {

// A public post shown inside an article, by the markup that its platform hands out for embedding:
// a quotation or box named for it, with a link to the post.
struct EmbeddedPost {
  NodeIndex node = kNoNode;  // the element around it
  std::string author;        // user name or handle, as the link or the signature has it
  std::string url;           // of the post, as written
};

// The page's embedded posts in document order; none lies inside another.
std::vector<EmbeddedPost> find_embedded_posts(const Tree& tree);

// The post that the block belongs to, or null.
const EmbeddedPost* embedded_post_of(const std::vector<EmbeddedPost>& posts, const Tree& tree,
                                     const TextBlock& block);

}  // namespace dixit::parser
