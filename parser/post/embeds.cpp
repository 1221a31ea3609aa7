#include "parser/post/embeds.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "parser/html/white_space.h"
#include "parser/post/embed_kinds.h"
#include "parser/post/post_text.h"
#include "parser/text/utf8.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

using Reader = std::optional<PostReading> (*)(const Tree&, NodeIndex);

constexpr std::array<Reader, 6> kReaders{read_x_embed,         read_mastodon_embed,
                                         read_bluesky_embed,   read_telegram_embed,
                                         read_instagram_embed, read_youtube_embed};

// Everything that any reader looks at.
bool may_be_post(GumboTag tag) {
  return tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_SCRIPT;
}

}  // namespace

std::optional<PostReading> read_embedded_post(const Tree& tree, NodeIndex element) {
  if (!may_be_post(tree[element].tag)) return std::nullopt;
  for (const Reader read : kReaders) {
    if (auto reading = read(tree, element)) return reading;
  }
  return std::nullopt;
}

std::vector<PostReading> read_embedded_posts(const Tree& tree) {
  std::vector<PostReading> readings;
  std::set<std::string> seen;
  for (NodeIndex i = 0; i < tree.size() && readings.size() < kPostsMax;) {
    auto reading = read_embedded_post(tree, i);
    i = reading ? tree[i].end : i + 1;
    if (reading && seen.insert(reading->own.url).second) readings.push_back(*std::move(reading));
  }
  return readings;
}

void read_quoted_paragraphs(const Tree& tree, NodeIndex element, PostReading& reading) {
  for (NodeIndex i = element; i < tree[element].end;) {
    if (tree[i].tag != GUMBO_TAG_P) {
      ++i;
      continue;
    }
    PostText text = read_post_markup(tree, i);
    for (std::string& line : text.paragraphs) reading.own.paragraphs.push_back(std::move(line));
    for (const std::string& link : text.links) add_post_link(reading.links, link);
    if (reading.language.empty()) reading.language = tree.attribute(i, "lang");
    i = tree[i].end;
  }
}

std::string signature_name(const Tree& tree, NodeIndex element) {
  for (NodeIndex i = element; i < tree[element].end; ++i) {
    const Node& node = tree[i];
    if (!node.is_text() || node.parent != element) continue;
    std::string_view text = node.text.substr(0, node.text.rfind('('));
    if (text.size() == node.text.size()) continue;
    text = trim_white_space(text);
    // The dash in front of it.
    if (!text.empty()) {
      const DecodedCodePoint first = decode_at(text, 0);
      if (first.value == U'\u2014' || first.value == U'-') text.remove_prefix(first.length);
    }
    return collapse_white_space(text);
  }
  return {};
}

std::string bare_address(std::string_view address) {
  const auto url =
      parse_url(address.starts_with("//") ? "https:" + std::string(address) : std::string(address));
  if (!url || (url->scheme != "http" && url->scheme != "https")) return {};
  return "https://" + host_with_port(*url) + url->path;
}

}  // namespace dixit::parser
