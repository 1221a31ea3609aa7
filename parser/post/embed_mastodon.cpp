#include "parser/post/embed_kinds.h"
#include "parser/post/post_text.h"
#include "parser/post/post_values.h"

namespace dixit::parser {

// The frame's and the quotation's address is the post's with "/embed" behind it.
std::optional<PostReading> read_mastodon_embed(const Tree& tree, NodeIndex element) {
  if (!has_class(tree, element, "mastodon-embed")) return std::nullopt;
  const std::string_view quoted = tree.attribute(element, "data-embed-url");
  std::string url = bare_address(quoted.empty() ? tree.attribute(element, "src") : quoted);
  constexpr std::string_view kEnding = "/embed";
  if (url.ends_with(kEnding)) url.erase(url.size() - kEnding.size());
  const std::string handle = fediverse_handle(url);
  if (handle.empty()) return std::nullopt;
  PostReading reading;
  reading.platform = model::PostPlatform::ActivityPub;
  reading.own.handle = handle;
  reading.own.url = url;
  reading.own.profile_url = url.substr(0, url.rfind('/'));
  return reading;
}

}  // namespace dixit::parser
