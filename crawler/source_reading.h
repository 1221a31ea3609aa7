#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "crawler/content_reader.h"

namespace dixit::crawler {

// What a payload is good for as a source.
struct SourceReading {
  // "feed", "posts", "sitemap", "news_sitemap", "sitemap_index" or "page"; "" for anything else.
  std::string kind;
  std::string format;           // of a feed: "rss20", "atom10", "json11", …
  std::size_t entries = 0;      // pages, posts or sitemaps that it lists
  std::string newest;           // ISO 8601, "" when no entry has a date
  bool flawed = false;          // not well-formed; read as far as it went
  std::string problem;          // why it cannot be read, ""
  std::vector<FoundUrl> lists;  // of a page: the feeds and sitemaps that it names

  bool operator==(const SourceReading&) const = default;
};

// Pure; never fails.
SourceReading read_source(const parser::Knowledge& knowledge, const Payload& payload);

}  // namespace dixit::crawler
