#include "parser/post/posts.h"

#include <utility>

#include "parser/html/blank.h"
#include "parser/http/media_type.h"
#include "parser/post/activity.h"
#include "parser/post/bluesky.h"
#include "parser/post/json_fields.h"
#include "parser/post/mastodon_status.h"
#include "parser/post/status_feed.h"
#include "parser/post/telegram.h"
#include "parser/reader.h"
#include "parser/text/charset.h"

namespace dixit::parser {
namespace {

std::vector<PostReading> find_in_json(std::string_view bytes) {
  simdjson::dom::parser parser;
  JsonValue root;
  if (parser.parse(bytes.data(), bytes.size()).get(root)) return {};
  std::vector<PostReading> readings = read_bluesky_posts(root);
  if (readings.empty()) readings = read_mastodon_statuses(root);
  if (readings.empty()) readings = read_activities(root);
  return readings;
}

std::vector<PostReading> find_in_page(const PostsInput& input) {
  const std::string_view bytes = input.bytes.substr(0, kPageBytesMax);
  if (!looks_like_telegram(bytes, input.url)) return {};
  const DecodedText html = decode_text(bytes, charset_of(input.content_type));
  const auto tree = Tree::parse(blank_page(html.text).html);
  return tree ? read_telegram(*tree) : std::vector<PostReading>();
}

std::vector<PostReading> find_in_feed(const PostsInput& input) {
  // Most feeds have no such address, and reading one twice would double its cost.
  if (input.bytes.find("/@") == std::string_view::npos) return {};
  FeedInput feed;
  feed.bytes = input.bytes;
  feed.url = input.url;
  feed.content_type = input.content_type;
  return read_status_feed(parse_feed(feed));
}

}  // namespace

std::vector<PostReading> find_posts(const PostsInput& input) {
  switch (sniff_content(input.content_type, input.bytes)) {
    case ContentKind::Json:
      return find_in_json(input.bytes.substr(0, kPageBytesMax));
    case ContentKind::Html:
      return find_in_page(input);
    case ContentKind::Feed:
      return find_in_feed(input);
    default:
      return {};
  }
}

}  // namespace dixit::parser
