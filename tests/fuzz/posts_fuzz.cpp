// Any bytes give posts of valid text within their limits, the same each time.
#include <cstddef>
#include <cstdint>
#include <string>

#include "parser/html/tree.h"
#include "parser/post/embeds.h"
#include "parser/post/posts.h"
#include "parser/text/utf8.h"
#include "tests/fuzz/require.h"

namespace {

namespace parser = dixit::parser;
using dixit::fuzz::require;

void check_words(const parser::PostWords& words) {
  std::size_t bytes = 0;
  for (const std::string& paragraph : words.paragraphs) {
    require(!paragraph.empty());
    require(paragraph.find('\n') == std::string::npos);
    require(parser::is_valid_utf8(paragraph));
    bytes += paragraph.size();
  }
  // A warning or a title may stand before the text, each within the limit.
  require(bytes <= 3 * parser::kPostBytesMax);
}

void check(const std::vector<parser::PostReading>& posts) {
  require(posts.size() <= parser::kPostsMax);
  for (const parser::PostReading& post : posts) {
    check_words(post.own);
    for (const parser::PostWords& words : post.passed_on) check_words(words);
    require(post.links.size() <= parser::kPostLinksMax);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const auto posts = parser::find_posts({bytes, "", ""});
  check(posts);
  require(posts == parser::find_posts({bytes, "", ""}));
  const auto tree = parser::Tree::parse(parser::replace_invalid_utf8(bytes));
  if (tree) check(parser::read_embedded_posts(*tree));
  return 0;
}
