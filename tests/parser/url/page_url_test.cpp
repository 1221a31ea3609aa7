#include "parser/url/page_url.h"

#include <gtest/gtest.h>

#include "parser/url/url.h"

namespace dixit::parser {
namespace {

bool one_site(std::string_view a, std::string_view b) {
  return are_of_one_site(*parse_url(a), *parse_url(b));
}

TEST(PageUrl, IsTheDeclaredOneWithinASite) {
  const std::string declared = "https://www.gull-gazette.co.uk/story";
  for (const char* found_at :
       {"https://www.gull-gazette.co.uk/story?ref=home", "http://www.gull-gazette.co.uk/story",
        "https://m.gull-gazette.co.uk/story", "https://amp.gull-gazette.co.uk/story",
        "https://gull-gazette.co.uk:8443/story"}) {
    EXPECT_EQ(page_url(found_at, declared), declared) << found_at;
    EXPECT_EQ(post_page_url(found_at, declared), declared) << found_at;
  }
}

TEST(PageUrl, IsTheOneFoundWhereAnotherSitesIsDeclared) {
  const std::string declared = "https://gull-gazette.co.uk/story";
  for (const char* found_at :
       {"https://tern-tribune.co.uk/copy", "https://gull-gazette.co.uk.tern.com/story",
        "https://co.uk/story", "file:///saved/story.html", "not a url"}) {
    EXPECT_EQ(page_url(found_at, declared), found_at);
    EXPECT_EQ(post_page_url(found_at, declared), found_at + ('#' + declared));
  }
}

TEST(PageUrl, IsTheOneFoundWhereNothingUsableIsDeclared) {
  const std::string found_at = "https://gull-gazette.co.uk/story";
  for (const char* declared : {"", "mailto:desk@gull-gazette.co.uk", "file:///story"}) {
    EXPECT_EQ(page_url(found_at, declared), found_at) << declared;
  }
  EXPECT_EQ(post_page_url(found_at, ""), found_at);
  EXPECT_EQ(page_url("", ""), "");
}

TEST(PageUrl, ToldByHostAndPortWhereNobodyRegistersTheName) {
  EXPECT_TRUE(one_site("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/b"));
  EXPECT_FALSE(one_site("http://127.0.0.1:8080/a", "http://127.0.0.1:8081/a"));
  EXPECT_FALSE(one_site("http://127.0.0.1/a", "http://127.0.0.2/a"));
  EXPECT_TRUE(one_site("http://[2001:db8::1]/a", "https://[2001:db8::1]/a"));
  EXPECT_TRUE(one_site("http://gull.example/a", "https://gull.example/b"));
  EXPECT_FALSE(one_site("http://gull.example/a", "http://tern.example/a"));
  EXPECT_FALSE(one_site("file:///a", "file:///a"));
}

}  // namespace
}  // namespace dixit::parser
