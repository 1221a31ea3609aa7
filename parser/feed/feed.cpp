#include "parser/feed/feed.h"

#include <algorithm>
#include <iterator>

#include "parser/feed/feed_date.h"
#include "parser/feed/feed_reader.h"
#include "parser/http/media_type.h"

namespace dixit::parser {

Feed parse_feed(const FeedInput& input) {
  FeedInput cut = input;
  cut.bytes = cut.bytes.substr(0, kFeedBytesMax);
  const ContentKind kind = sniff_content("", cut.bytes);
  const bool is_json = kind == ContentKind::Json || kind == ContentKind::JsonFeed;
  Feed feed = is_json ? read_json_feed(cut) : read_xml_feed(cut);
  feed.modified = {input.last_modified, parse_feed_date(input.last_modified)};
  feed.truncated = feed.truncated || input.bytes.size() > kFeedBytesMax;
  return feed;
}

std::vector<FeedLink> enclosures_of(const FeedNode& node) {
  std::vector<FeedLink> out;
  std::copy_if(node.links.begin(), node.links.end(), std::back_inserter(out),
               [](const FeedLink& link) { return link.rel == "enclosure"; });
  return out;
}

std::optional<model::PublishedAt> published_at(const FeedNode& node) {
  for (const FeedDate* date : {&node.published, &node.updated, &node.created}) {
    if (date->moment) return to_published_at(*date->moment, model::DateSource::Feed);
  }
  return std::nullopt;
}

}  // namespace dixit::parser
