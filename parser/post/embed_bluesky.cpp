#include "parser/post/bluesky.h"
#include "parser/post/embed_kinds.h"
#include "parser/post/post_text.h"
#include "parser/post/post_values.h"

namespace dixit::parser {
namespace {

// The author's link follows the words, and its text is the handle.
std::string find_handle(const Tree& tree, NodeIndex element) {
  for (NodeIndex i = element; i < tree[element].end;) {
    if (tree[i].tag == GUMBO_TAG_P) {
      i = tree[i].end;
      continue;
    }
    if (tree[i].tag == GUMBO_TAG_A) {
      std::string text = tree.text(i);
      if (text.starts_with('@') && text.find(' ') == std::string::npos) return text;
    }
    ++i;
  }
  return {};
}

// Where the post has a picture the words end with a link to the post itself, in the widget's words.
void drop_own_links(const Tree& tree, NodeIndex element, std::string_view key,
                    PostReading& reading) {
  const std::string ending = "/post/" + std::string(key);
  const auto leads_home = [&](std::string_view href) {
    return bare_address(href).ends_with(ending);
  };
  std::erase_if(reading.links, leads_home);
  for (NodeIndex i = element; i < tree[element].end; ++i) {
    if (tree[i].tag != GUMBO_TAG_A || !leads_home(tree.attribute(i, "href"))) continue;
    std::erase(reading.own.paragraphs, tree.text(i));
  }
}

}  // namespace

std::optional<PostReading> read_bluesky_embed(const Tree& tree, NodeIndex element) {
  if (!has_class(tree, element, "bluesky-embed")) return std::nullopt;
  const std::string uri(tree.attribute(element, "data-bluesky-uri"));
  PostReading reading;
  reading.platform = model::PostPlatform::Bluesky;
  reading.own.handle = find_handle(tree, element);
  const std::string actor = reading.own.handle.empty() ? "" : reading.own.handle.substr(1);
  reading.own.url = bluesky_post_url(uri, actor);
  if (reading.own.url.empty()) return std::nullopt;
  reading.own.name = signature_name(tree, element);
  reading.own.profile_url = reading.own.url.substr(0, reading.own.url.rfind("/post/"));
  const std::string key = uri.substr(uri.rfind('/') + 1);
  if (const auto seconds = unix_of_tid(key)) {
    reading.published_at = post_date_of_unix(*seconds);
  }
  read_quoted_paragraphs(tree, element, reading);
  drop_own_links(tree, element, key, reading);
  return reading;
}

}  // namespace dixit::parser
