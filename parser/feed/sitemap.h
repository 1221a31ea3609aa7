#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "parser/text/date.h"

namespace dixit::parser {

// Sitemaps by https://www.sitemaps.org/protocol.html: XML, plain text, indexes, gzip, and feeds
// used as sitemaps, with the news extension
// (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).

// The protocol's own limits.
inline constexpr std::size_t kSitemapBytesMax = 50u << 20;
inline constexpr std::size_t kSitemapUrlsMax = 50'000;

enum class SitemapKind { Urls, Index, Text, Rss, Atom };

enum class SitemapError {
  UnknownFormat,  // no sitemap at all
  Corrupt,        // gzip that cannot be undone
  TooLarge,
};

std::string_view describe(SitemapError error);

// What the news extension says of a page.
struct SitemapNews {
  std::string publication_name;
  std::string publication_language;
  std::string publication_date;  // as written
  std::optional<DateTime> published;
  std::string title;
  std::vector<std::string> keywords;
  std::vector<std::string> genres;
  std::vector<std::string> stock_tickers;

  bool operator==(const SitemapNews&) const = default;
};

struct SitemapEntry {
  std::string loc;  // absolute
  std::optional<DateTime> lastmod;
  std::string changefreq;  // lower case, "" when absent or none of the protocol's words
  double priority = 0.5;   // 0..1
  // The protocol lets a sitemap speak for its own host and below its own folder only. News sites
  // do not keep to it, so that it is for the caller to say what an entry beyond is worth.
  bool within_location = true;
  std::optional<SitemapNews> news;

  bool operator==(const SitemapEntry&) const = default;
};

struct Sitemap {
  SitemapKind kind = SitemapKind::Urls;
  std::vector<SitemapEntry> entries;  // of an index: the sitemaps
  bool flawed = false;                // not well-formed; read as far as it went
  bool truncated = false;             // more than kSitemapUrlsMax

  bool operator==(const Sitemap&) const = default;
};

// What a sitemap must keep to beyond being readable; by default nothing.
struct SitemapRules {
  bool well_formed = false;         // XML that breaks off or nests wrongly is refused
  bool protocol_namespace = false;  // elements of another namespace are no sitemap's
};

struct SitemapInput {
  std::string_view bytes;  // after content decoding; may be gzip all the same
  std::string url;         // absolute
  SitemapRules rules;
};

// Pure and thread-safe; time linear in the bytes.
[[nodiscard]] tl::expected<Sitemap, SitemapError> parse_sitemap(const SitemapInput& input);

}  // namespace dixit::parser
