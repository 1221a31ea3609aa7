#include <algorithm>
#include <array>

#include "parser/post/embed_kinds.h"
#include "parser/post/post_values.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

// "https://www.youtube.com/embed/ID" and its twin without cookies.
std::string video_of(std::string_view address) {
  constexpr std::array<std::string_view, 4> kHosts{
      "www.youtube.com", "youtube.com", "www.youtube-nocookie.com", "youtube-nocookie.com"};
  const auto url = parse_url(bare_address(address));
  if (!url || std::find(kHosts.begin(), kHosts.end(), url->host) == kHosts.end()) return {};
  return path_segment(url->path, 0) == "embed" ? path_segment(url->path, 1) : std::string();
}

}  // namespace

// Who posted it is not said, and the frame's title is the film's, not anybody's words.
std::optional<PostReading> read_youtube_embed(const Tree& tree, NodeIndex element) {
  if (tree[element].tag != GUMBO_TAG_IFRAME) return std::nullopt;
  const std::string_view source = tree.attribute(element, "src");
  // Pages that load frames late keep the address aside.
  const std::string video = video_of(source.empty() ? tree.attribute(element, "data-src") : source);
  if (video.empty() || video == "videoseries") return std::nullopt;
  PostReading reading;
  reading.platform = model::PostPlatform::YouTube;
  reading.own.url = "https://www.youtube.com/watch?v=" + video;
  reading.title = tree.attribute(element, "title");
  return reading;
}

}  // namespace dixit::parser
