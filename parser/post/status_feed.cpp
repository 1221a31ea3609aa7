#include "parser/post/status_feed.h"

#include <algorithm>
#include <utility>

#include "parser/post/post_text.h"
#include "parser/post/post_values.h"
#include "parser/text/ascii.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

bool is_status_address(const std::string& link) {
  const auto url = parse_url(link);
  if (!url || !path_segment(url->path, 0).starts_with('@')) return false;
  const std::string number = path_segment(url->path, 1);
  return !number.empty() && std::all_of(number.begin(), number.end(), is_ascii_digit);
}

bool is_status(const FeedEntry& entry) {
  return (!entry.title || entry.title->value.empty()) && is_status_address(entry.link);
}

// The feed of a person is titled with the person's name; that of a tag is not.
bool is_of(const Feed& feed, const std::string& handle) {
  return fediverse_handle(feed.link) == handle;
}

PostReading read_entry(const Feed& feed, const FeedEntry& entry) {
  PostReading reading;
  reading.own.url = entry.link;
  reading.own.handle = fediverse_handle(entry.link);
  const auto url = parse_url(entry.link);
  reading.own.profile_url = origin_of(*url) + "/" + path_segment(url->path, 0);
  if (feed.title && is_of(feed, reading.own.handle)) reading.own.name = feed.title->value;
  const std::string& content = !entry.contents.empty() ? entry.contents.front().value
                               : entry.summary         ? entry.summary->value
                                                       : std::string();
  PostText text = read_post_markup(content);
  reading.own.paragraphs = std::move(text.paragraphs);
  reading.links = std::move(text.links);
  reading.published_at = published_at(entry);
  reading.language = entry.language.empty() ? feed.language : entry.language;
  return reading;
}

}  // namespace

std::vector<PostReading> read_status_feed(const Feed& feed) {
  std::vector<PostReading> readings;
  for (const FeedEntry& entry : feed.entries) {
    if (readings.size() >= kPostsMax) break;
    if (is_status(entry)) readings.push_back(read_entry(feed, entry));
  }
  return readings;
}

}  // namespace dixit::parser
