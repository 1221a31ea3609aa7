#include <algorithm>
#include <array>

#include "parser/post/embed_kinds.h"
#include "parser/post/post_text.h"
#include "parser/post/post_values.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

struct Address {
  std::string handle;  // without "@"
  std::string id;
};

bool is_x(const std::string& host) {
  constexpr std::array<std::string_view, 6> kHosts{
      "twitter.com", "www.twitter.com", "mobile.twitter.com", "x.com", "www.x.com", "mobile.x.com"};
  return std::find(kHosts.begin(), kHosts.end(), host) != kHosts.end();
}

// "https://twitter.com/NAME/status/NUMBER"
std::optional<Address> address_of(std::string_view href) {
  const auto url = parse_url(href);
  if (!url || !is_x(url->host) || !path_segment(url->path, 1).starts_with("status")) {
    return std::nullopt;
  }
  Address address{path_segment(url->path, 0), path_segment(url->path, 2)};
  if (address.handle.empty() || address.id.empty()) return std::nullopt;
  return address;
}

// The last link of the quotation is the post's own; those in its words may lead to others.
std::optional<Address> find_address(const Tree& tree, NodeIndex element) {
  std::optional<Address> last;
  for (NodeIndex i = element; i < tree[element].end; ++i) {
    if (tree[i].tag != GUMBO_TAG_A) continue;
    if (auto address = address_of(tree.attribute(i, "href"))) last = std::move(address);
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
