// Every entry of a sitemap is an absolute URL of the web, in the one form that it is written in.
#include <cstddef>
#include <cstdint>
#include <string>

#include "parser/feed/sitemap.h"
#include "parser/url/url.h"
#include "tests/fuzz/require.h"

namespace {

namespace parser = dixit::parser;
using dixit::fuzz::require;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  parser::SitemapInput input{bytes, "https://press.example/maps/news.xml", {}};
  const auto sitemap = parser::parse_sitemap(input);
  require(sitemap == parser::parse_sitemap(input));
  if (!sitemap) return 0;
  require(sitemap->entries.size() <= parser::kSitemapUrlsMax);
  for (const parser::SitemapEntry& entry : sitemap->entries) {
    const auto url = parser::parse_url(entry.loc);
    require(url && url->href == entry.loc && !url->fragment);
    require(url->scheme == "http" || url->scheme == "https");
    require(entry.priority >= 0 && entry.priority <= 1);
    if (entry.lastmod) require(parser::is_valid(*entry.lastmod));
  }
  return 0;
}
