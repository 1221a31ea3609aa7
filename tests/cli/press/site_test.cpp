#include "cli/press/site.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <regex>

#include "cli/press/pages.h"

namespace dixit::cli {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;

constexpr std::uint16_t kPort = 8080;

constexpr std::array<config::EmbeddedFile, 8> kFiles{{
    {"heure/_layout.html", "<title>{{title}}</title>{{body}}<a href=\"{{self}}{{path}}\">"},
    {"heure/index.html", "title: Une\n\n<a href=\"{{fanal}}/a\">"},
    {"heure/plain.html", "layout: none\ncharset: iso-8859-1\nencoding: gzip\n\né"},
    {"heure/gone.html", "status: 410\ndelay_ms: 40\n\nnever"},
    {"heure/moved.html", "status: 301\nlocation: {{self}}/plain\n\n"},
    {"heure/quiet.html", "robots: noarchive\n\nquiet"},
    {"heure/robots.txt", "Sitemap: {{self}}/sitemap.xml"},
    {"fanal/a.html", "title: Other\n\nother"},
}};

Site heure() { return {kOutlets[0], kPort, kFiles}; }

TEST(Site, FillsPagesIntoTheOutletsLayout) {
  const SiteAnswer answer = heure().answer({.path = "/"});
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(answer.body,
            "<title>Une</title><a href=\"http://127.0.0.3:8080/a\"><a "
            "href=\"http://127.0.0.2:8080/\">");
}

TEST(Site, ServesTextFilesWithOriginsFilledIn) {
  const SiteAnswer answer = heure().answer({.path = "/robots.txt"});
  EXPECT_EQ(answer.content_type, "text/plain; charset=utf-8");
  EXPECT_EQ(answer.body, "Sitemap: http://127.0.0.2:8080/sitemap.xml");
}

TEST(Site, FindsPagesWithoutTheirSuffix) {
  EXPECT_EQ(heure().answer({.path = "/plain"}).body, "\xe9");
  EXPECT_EQ(heure().answer({.path = "/plain.html"}).body, "\xe9");
}

TEST(Site, ShowsAPathThatIsNotThereAsText) {
  EXPECT_THAT(heure().answer({.path = "/<script>alert(1)</script>"}).body,
              HasSubstr("<p>/&lt;script&gt;alert(1)&lt;/script&gt;</p>"));
}

TEST(Site, KnowsNeitherLayoutsNorOtherOutletsPages) {
  EXPECT_EQ(heure().answer({.path = "/_layout.html"}).status, 404);
  EXPECT_EQ(heure().answer({.path = "/_layout"}).status, 404);
  EXPECT_EQ(heure().answer({.path = "/a"}).status, 404);
}

TEST(Site, CompressesOnlyForThoseWhoAccept) {
  EXPECT_THAT(heure().answer({.path = "/plain"}).headers,
              Not(Contains(Pair("Content-Encoding", "gzip"))));
  EXPECT_THAT(heure().answer({.path = "/plain", .accepts_gzip = true}).headers,
              Contains(Pair("Content-Encoding", "gzip")));
  EXPECT_THAT(heure().answer({.path = "/", .accepts_gzip = true}).headers,
              Not(Contains(Pair("Content-Encoding", "gzip"))));
}

TEST(Site, AnswersByThePagesFields) {
  EXPECT_EQ(heure().answer({.path = "/gone"}).status, 410);
  EXPECT_EQ(heure().answer({.path = "/gone"}).delay, std::chrono::milliseconds(40));
  EXPECT_EQ(heure().answer({.path = "/moved"}).status, 301);
  EXPECT_THAT(heure().answer({.path = "/moved"}).headers,
              Contains(Pair("Location", "http://127.0.0.2:8080/plain")));
  EXPECT_THAT(heure().answer({.path = "/quiet"}).headers,
              Contains(Pair("X-Robots-Tag", "noarchive")));
}

TEST(Site, SaysThatAPageHasNotChanged) {
  const SiteAnswer first = heure().answer({.path = "/"});
  const auto tag =
      std::ranges::find(first.headers, "ETag", &std::pair<std::string, std::string>::first);
  ASSERT_NE(tag, first.headers.end());
  const SiteAnswer second = heure().answer({.path = "/", .if_none_match = tag->second});
  EXPECT_EQ(second.status, 304);
  EXPECT_EQ(second.body, "");
}

// The links of a page that lead neither to this press nor to a host that can never exist
// (RFC 6761 §6.4).
std::vector<std::string> links_to_strangers(const std::string& html) {
  static const std::regex kLink("href=\"(https?://[^\"]*)");
  std::vector<std::string> strangers;
  for (std::sregex_iterator link(html.begin(), html.end(), kLink), end; link != end; ++link) {
    const std::string url = (*link)[1];
    if (!url.starts_with("http://127.0.0.") && url.find(".invalid/") == std::string::npos) {
      strangers.push_back(url);
    }
  }
  return strangers;
}

TEST(PressPages, AreCompleteAndLeadNowhereReal) {
  std::size_t pages = 0;
  for (const Outlet& outlet : kOutlets) {
    const Site site(outlet, kPort, press_pages());
    for (const std::string& path : site.paths()) {
      SCOPED_TRACE(std::string(outlet.key) + path);
      const SiteAnswer answer = site.answer({.path = path});
      EXPECT_THAT(answer.body, Not(HasSubstr("{{")));
      EXPECT_THAT(links_to_strangers(answer.body), IsEmpty());
      EXPECT_NE(answer.status, 404);
      pages += answer.content_type.starts_with("text/html") && answer.status == 200 ? 1U : 0U;
    }
  }
  EXPECT_GE(pages, 30U);
}

}  // namespace
}  // namespace dixit::cli
