#include "parser/feed/sitemap.h"
#include "parser/text/ascii.h"
#include "tests/parser/support/suite.h"

namespace dixit::parser {
namespace {

std::string_view type_name(SitemapKind kind) {
  switch (kind) {
    case SitemapKind::Urls:
      return "XML";
    case SitemapKind::Index:
      return "INDEX";
    case SitemapKind::Text:
      return "TEXT";
    case SitemapKind::Rss:
      return "RSS";
    case SitemapKind::Atom:
      return "ATOM";
  }
  return "";
}

bool agrees(const SitemapEntry& entry, const SuiteCase& expected) {
  if (entry.loc != text_field(expected, "loc")) return false;
  std::int64_t lastmod_ms = 0;
  const bool has_lastmod = !expected["lastmod_ms"].get_int64().get(lastmod_ms);
  if (has_lastmod != entry.lastmod.has_value()) return false;
  if (has_lastmod && to_unix_seconds(*entry.lastmod) != lastmod_ms / 1000) return false;
  if (!has_value(expected, "priority")) return true;
  return entry.priority == expected["priority"].get_double().value() &&
         entry.changefreq == ascii_lowercase(text_field(expected, "changefreq")) &&
         entry.within_location == flag_field(expected, "valid");
}

Verdict run_case(const SuiteCase& object) {
  const std::string bytes = read_suite_file(text_field(object, "file"));
  const SuiteCase options = object["options"];
  SitemapInput input{bytes, text_field(object, "url"), {}};
  input.rules.well_formed = !flag_field(options, "allow_partial");
  input.rules.protocol_namespace = flag_field(options, "strict_ns");
  auto sitemap = parse_sitemap(input);
  if (has_value(object, "error")) return sitemap ? Verdict::Failed : Verdict::Passed;
  if (!sitemap || type_name(sitemap->kind) != text_field(object, "type")) return Verdict::Failed;
  if (flag_field(options, "strict")) {
    std::erase_if(sitemap->entries,
                  [](const SitemapEntry& entry) { return !entry.within_location; });
  }
  const simdjson::dom::array expected = object["entries"].get_array();
  if (sitemap->entries.size() != expected.size()) return Verdict::Failed;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (!agrees(sitemap->entries[i], expected.at(i).value())) return Verdict::Failed;
  }
  return Verdict::Passed;
}

TEST(SitemapSuite, ReadsSitemapsOfEveryKind) {
  EXPECT_GE(run_suite("sitemaps_crawlercommons.jsonl", run_case).passed, 59U);
}

}  // namespace
}  // namespace dixit::parser
