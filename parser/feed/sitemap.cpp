#include "parser/feed/sitemap.h"

#include <utility>

#include "parser/feed/feed.h"
#include "parser/feed/sitemap_xml.h"
#include "parser/http/content_coding.h"
#include "parser/http/media_type.h"
#include "parser/text/ascii.h"
#include "parser/text/charset.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

Sitemap from_feed(const Feed& feed, const SitemapBase& base) {
  Sitemap sitemap;
  sitemap.kind = feed.version.starts_with("atom") ? SitemapKind::Atom : SitemapKind::Rss;
  sitemap.flawed = feed.flawed;
  sitemap.truncated = feed.truncated;
  for (const FeedEntry& entry : feed.entries) {
    SitemapEntry out;
    out.loc = base.absolute(entry.link.empty() ? entry.id : entry.link);
    const FeedDate& date = entry.updated.moment ? entry.updated : entry.published;
    out.lastmod = date.moment;
    out.within_location = base.covers(out.loc);
    if (!out.loc.empty()) sitemap.entries.push_back(std::move(out));
  }
  return sitemap;
}

// One URL a line, and nothing else (sitemaps.org, "Text file").
tl::expected<Sitemap, SitemapError> from_text(std::string_view bytes, const SitemapBase& base) {
  const DecodedText decoded = decode_text(bytes, "", Markup::None);
  Sitemap sitemap;
  sitemap.kind = SitemapKind::Text;
  std::string_view rest = decoded.text;
  while (!rest.empty() && !sitemap.truncated) {
    const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
    const std::string_view line = trim_ascii(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!base.is_absolute(line)) continue;
    SitemapEntry entry;
    entry.loc = base.absolute(line);
    entry.within_location = base.covers(entry.loc);
    if (!entry.loc.empty()) sitemap.entries.push_back(std::move(entry));
    sitemap.truncated = sitemap.entries.size() >= kSitemapUrlsMax && !rest.empty();
  }
  if (sitemap.entries.empty()) return tl::unexpected(SitemapError::UnknownFormat);
  return sitemap;
}

tl::expected<Sitemap, SitemapError> from_plain_bytes(std::string_view bytes,
                                                     const SitemapInput& input) {
  if (bytes.size() > kSitemapBytesMax) return tl::unexpected(SitemapError::TooLarge);
  const SitemapBase base(input.url);
  switch (sniff_content("", bytes)) {
    case ContentKind::Sitemap:
    case ContentKind::Xml:
      return read_sitemap_xml(bytes, base, input.rules);
    case ContentKind::Feed: {
      FeedInput feed_input;
      feed_input.bytes = bytes;
      feed_input.url = input.url;
      return from_feed(parse_feed(feed_input), base);
    }
    case ContentKind::Text:
      return from_text(bytes, base);
    default:
      return tl::unexpected(SitemapError::UnknownFormat);
  }
}

}  // namespace

std::string_view describe(SitemapError error) {
  switch (error) {
    case SitemapError::UnknownFormat:
      return "it is no sitemap";
    case SitemapError::Corrupt:
      return "its gzip is corrupt";
    case SitemapError::TooLarge:
      return "it is longer than a sitemap may be";
  }
  return "";
}

tl::expected<Sitemap, SitemapError> parse_sitemap(const SitemapInput& input) {
  if (!is_gzip(input.bytes)) return from_plain_bytes(input.bytes, input);
  CodingLimits limits;
  limits.bytes_max = kSitemapBytesMax;
  const auto decoded = decode_content(input.bytes, "gzip", limits);
  if (!decoded) {
    const bool is_corrupt = decoded.error() == CodingError::Corrupt;
    return tl::unexpected(is_corrupt ? SitemapError::Corrupt : SitemapError::TooLarge);
  }
  return from_plain_bytes(decoded->bytes, input);
}

}  // namespace dixit::parser
