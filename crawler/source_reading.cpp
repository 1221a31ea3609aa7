#include "crawler/source_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "parser/feed/feed.h"
#include "parser/feed/sitemap.h"
#include "parser/http/content_coding.h"
#include "parser/http/media_type.h"
#include "parser/post/posts.h"
#include "parser/reader.h"

namespace dixit::crawler {
namespace {

using parser::ContentKind;

// Keeps the latest date; one that is not known is none.
class Newest {
 public:
  void add(const std::optional<model::PublishedAt>& date) {
    if (date && (!newest_ || date->unix_seconds > newest_->unix_seconds)) newest_ = date;
  }
  [[nodiscard]] std::string value() const { return newest_ ? newest_->value : std::string(); }

 private:
  std::optional<model::PublishedAt> newest_;
};

SourceReading read_feed(const parser::FeedInput& input) {
  const parser::Feed feed = parser::parse_feed(input);
  SourceReading reading;
  if (feed.version.empty()) {
    reading.problem = "no feed that can be read";
    return reading;
  }
  reading.kind = "feed";
  reading.format = feed.version;
  reading.entries = feed.entries.size();
  reading.flawed = feed.flawed;
  Newest newest;
  for (const parser::FeedEntry& entry : feed.entries) newest.add(parser::published_at(entry));
  reading.newest = newest.value();
  return reading;
}

std::optional<model::PublishedAt> date_of(const parser::SitemapEntry& entry) {
  const auto& date = entry.news && entry.news->published ? entry.news->published : entry.lastmod;
  if (!date) return std::nullopt;
  return parser::to_published_at(*date, model::DateSource::Feed);
}

SourceReading read_sitemap(std::string_view bytes, const std::string& url) {
  SourceReading reading;
  const auto sitemap = parser::parse_sitemap({bytes, url, {}});
  if (!sitemap) {
    reading.problem = fmt::format("sitemap: {}", parser::describe(sitemap.error()));
    return reading;
  }
  const bool has_news = std::any_of(sitemap->entries.begin(), sitemap->entries.end(),
                                    [](const auto& entry) { return entry.news.has_value(); });
  reading.kind = sitemap->kind == parser::SitemapKind::Index ? "sitemap_index"
                 : has_news                                  ? "news_sitemap"
                                                             : "sitemap";
  reading.entries = sitemap->entries.size();
  reading.flawed = sitemap->flawed;
  Newest newest;
  for (const parser::SitemapEntry& entry : sitemap->entries) newest.add(date_of(entry));
  reading.newest = newest.value();
  return reading;
}

SourceReading read_page(const parser::Knowledge& knowledge, const Payload& payload) {
  SourceReading reading;
  reading.kind = "page";
  Content content = read_content(knowledge, payload);
  reading.problem = std::move(content.problem);
  for (FoundUrl& found : content.found) {
    if (found.kind == storage::UrlKind::Page) continue;
    reading.lists.push_back(std::move(found));
  }
  return reading;
}

std::optional<SourceReading> read_posts(const parser::PostsInput& input) {
  const auto posts = parser::find_posts(input);
  if (posts.empty()) return std::nullopt;
  SourceReading reading;
  reading.kind = "posts";
  reading.entries = posts.size();
  Newest newest;
  for (const parser::PostReading& post : posts) newest.add(post.published_at);
  reading.newest = newest.value();
  return reading;
}

}  // namespace

SourceReading read_source(const parser::Knowledge& knowledge, const Payload& payload) {
  SourceReading reading;
  const auto decoded = parser::decode_content(payload.bytes, payload.content_encoding);
  if (!decoded) {
    reading.problem = fmt::format("content coding: {}", parser::describe(decoded.error()));
    return reading;
  }
  const std::string_view bytes = decoded->bytes;
  if (auto posts = read_posts({bytes, payload.url, payload.content_type})) return *std::move(posts);
  const ContentKind kind = parser::sniff_content(payload.content_type, bytes);
  const bool wants_sitemap = payload.kind == storage::UrlKind::Sitemap;
  if (kind == ContentKind::Html) return read_page(knowledge, payload);
  if (kind == ContentKind::JsonFeed || (kind == ContentKind::Feed && !wants_sitemap)) {
    parser::FeedInput input;
    input.bytes = bytes;
    input.url = payload.url;
    input.content_type = payload.content_type;
    return read_feed(input);
  }
  if (kind == ContentKind::Sitemap || wants_sitemap || parser::is_gzip(bytes)) {
    return read_sitemap(bytes, payload.url);
  }
  reading.problem =
      kind == ContentKind::Empty ? "nothing was sent" : "neither page, feed nor sitemap";
  return reading;
}

}  // namespace dixit::crawler
