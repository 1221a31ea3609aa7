#include "crawler/crawl_scope.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parser/url/url.h"

namespace dixit::crawler {
namespace {

Source source(const std::string& url, SourceScope scope) {
  Source made;
  made.url = url;
  made.scope = scope;
  return made;
}

CrawlScope scope_of(const std::vector<Source>& sources) {
  return CrawlScope::create(sources, {3, 2026}).value();
}

bool holds(const CrawlScope& scope, const std::string& url, int depth = 1) {
  return scope.decide(parser::parse_url(url).value(), depth).in_scope;
}

TEST(CrawlScope, ReachesAsFarAsEachSourceSays) {
  const CrawlScope site = scope_of({source("https://www.courier.org/news/", SourceScope::Site)});
  EXPECT_TRUE(holds(site, "https://www.courier.org/sport"));
  EXPECT_TRUE(holds(site, "http://blogs.courier.org/x"));
  EXPECT_FALSE(holds(site, "https://courier.net/"));

  const CrawlScope host = scope_of({source("https://www.courier.org/news/", SourceScope::Host)});
  EXPECT_TRUE(holds(host, "https://www.courier.org/sport"));
  EXPECT_FALSE(holds(host, "https://blogs.courier.org/x"));
  EXPECT_FALSE(holds(host, "https://www.courier.org:8443/sport"));

  const CrawlScope prefix =
      scope_of({source("https://www.courier.org/news/", SourceScope::Prefix)});
  EXPECT_TRUE(holds(prefix, "https://www.courier.org/news/a"));
  EXPECT_FALSE(holds(prefix, "https://www.courier.org/sport"));

  const CrawlScope page = scope_of({source("https://www.courier.org/news/", SourceScope::Page)});
  EXPECT_FALSE(holds(page, "https://www.courier.org/news/a"));
}

TEST(CrawlScope, IsTheUnionOfItsSources) {
  const CrawlScope scope = scope_of({source("https://courier.org/a/", SourceScope::Prefix),
                                     source("https://courier.org/b/", SourceScope::Prefix),
                                     source("http://127.0.0.2:8080/", SourceScope::Site)});
  EXPECT_TRUE(holds(scope, "https://courier.org/a/x"));
  EXPECT_TRUE(holds(scope, "https://courier.org/b/x"));
  EXPECT_FALSE(holds(scope, "https://courier.org/c/x"));
  EXPECT_TRUE(holds(scope, "http://127.0.0.2:8080/x"));
  EXPECT_FALSE(holds(scope, "http://127.0.0.2:8081/x"));
}

TEST(CrawlScope, TakesInTheHostsNamedBesideASource) {
  Source made = source("https://courier.org/news/", SourceScope::Prefix);
  made.also = {"feeds.example.org"};
  const CrawlScope scope = scope_of({made});
  EXPECT_TRUE(holds(scope, "http://feeds.example.org/courier"));
  EXPECT_FALSE(holds(scope, "http://www.example.org/courier"));
}

TEST(CrawlScope, LetsListsStandAnywhereOnASiteInScope) {
  const CrawlScope scope = scope_of({source("https://courier.org/news/", SourceScope::Prefix)});
  const auto sitemap = parser::parse_url("https://courier.org/sitemap.xml").value();
  const auto foreign = parser::parse_url("https://herald.org/sitemap.xml").value();
  EXPECT_FALSE(scope.decide(sitemap, 1).in_scope);
  EXPECT_TRUE(scope.decide_list(sitemap, 1).in_scope);
  EXPECT_FALSE(scope.decide_list(foreign, 1).in_scope);
}

TEST(CrawlScope, EndsAtItsDepth) {
  const CrawlScope scope = scope_of({source("https://courier.org/", SourceScope::Site)});
  EXPECT_TRUE(holds(scope, "https://courier.org/x", 3));
  EXPECT_FALSE(holds(scope, "https://courier.org/x", 4));
}

TEST(CrawlScope, KnowsTheSourceOfAUrl) {
  Source french = source("https://courier.org/fr/", SourceScope::Prefix);
  french.language = "fr";
  Source feed = source("https://feeds.test/c.xml", SourceScope::Page);
  feed.outlet = "The Courier";
  const CrawlScope scope = scope_of({french, feed});

  const auto inside = parser::parse_url("https://courier.org/fr/a").value();
  ASSERT_NE(scope.source_of(inside, ""), nullptr);
  EXPECT_EQ(scope.source_of(inside, "")->language, "fr");
  const auto listed = parser::parse_url("https://elsewhere.test/a").value();
  EXPECT_EQ(scope.source_of(listed, ""), nullptr);
  ASSERT_NE(scope.source_of(listed, "https://feeds.test/c.xml"), nullptr);
  EXPECT_EQ(scope.source_of(listed, "https://feeds.test/c.xml")->outlet, "The Courier");
}

TEST(CrawlScope, NamesTheSourceThatCannotBeRead) {
  const auto scope =
      CrawlScope::create(std::vector<Source>{source("https://courier.org/", SourceScope::Site),
                                             source("ftp://courier.org/", SourceScope::Site)},
                         {});
  ASSERT_FALSE(scope);
  EXPECT_EQ(scope.error(), "ftp://courier.org/: only http and https are crawled");
}

}  // namespace
}  // namespace dixit::crawler
