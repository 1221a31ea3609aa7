#include "parser/post/embed_kinds.h"
#include "parser/post/post_text.h"
#include "parser/post/post_values.h"
#include "parser/post/x_address.h"

namespace dixit::parser {
namespace {

// The last link of the quotation is the post's own; those in its words may lead to others.
std::optional<XAddress> find_address(const Tree& tree, NodeIndex element) {
  std::optional<XAddress> last;
  for (NodeIndex i = element; i < tree[element].end; ++i) {
    if (tree[i].tag != GUMBO_TAG_A) continue;
    if (auto address = x_address(tree.attribute(i, "href"))) last = std::move(address);
  }
  return last;
}

}  // namespace

std::optional<PostReading> read_x_embed(const Tree& tree, NodeIndex element) {
  const bool is_quotation =
      tree[element].tag == GUMBO_TAG_BLOCKQUOTE &&
      (has_class(tree, element, "twitter-tweet") || has_class(tree, element, "twitter-video"));
  const auto address = is_quotation ? find_address(tree, element) : std::nullopt;
  if (!address) return std::nullopt;
  PostReading reading;
  reading.platform = model::PostPlatform::X;
  reading.own.handle = "@" + address->handle;
  reading.own.name = signature_name(tree, element);
  reading.own.profile_url = "https://x.com/" + address->handle;
  reading.own.url = reading.own.profile_url + "/status/" + address->id;
  if (const auto seconds = unix_of_snowflake(address->id)) {
    reading.published_at = post_date_of_unix(*seconds);
  }
  read_quoted_paragraphs(tree, element, reading);
  return reading;
}

}  // namespace dixit::parser
