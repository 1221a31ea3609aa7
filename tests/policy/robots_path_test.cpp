#include "policy/robots_path.h"

#include <gtest/gtest.h>

namespace dixit::policy {
namespace {

TEST(RobotsPath, RunsFromTheAuthorityToTheFragment) {
  EXPECT_EQ(robots_path("https://press.example/a/b;c?d=/e?f#g/h"), "/a/b;c?d=/e?f");
  EXPECT_EQ(robots_path("https://press.example"), "/");
  EXPECT_EQ(robots_path("https://press.example#top"), "/");
  EXPECT_EQ(robots_path("https://press.example?a=b"), "/?a=b");
  EXPECT_EQ(robots_path("//press.example/a"), "/a");
  EXPECT_EQ(robots_path("press.example/a?u=http://x.example/y"), "/a?u=http://x.example/y");
  EXPECT_EQ(robots_path("/a?b#c"), "/a?b");
  EXPECT_EQ(robots_path("http://press.example//a"), "//a");
  EXPECT_EQ(robots_path(""), "/");
}

TEST(RobotsPath, LiteralSpellingTouchesEscapesAlone) {
  EXPECT_EQ(literal_rule_path("/a b/%e3%83%84/\xE3\x83\x84/%zz%4"),
            "/a b/%E3%83%84/%E3%83%84/%zz%4");
  EXPECT_EQ(literal_url_path("/%e3/\xE3/%62"), "/%E3/\xE3/%62");
}

TEST(Rfc9309RobotsPath, NormalSpellingEscapesWhatMustBeAndNothingElse) {
  EXPECT_EQ(normal_url_path("/%62%61z/%7Emak/a b/\xC3\xA9"), "/baz/~mak/a%20b/%C3%A9");
  EXPECT_EQ(normal_url_path("/a:b/%2f?u=http://x/"), "/a:b/%2F?u=http%3A%2F%2Fx%2F");
}

TEST(Rfc9309RobotsPath, NormalSpellingKeepsTheWildcardsOfRulesAlone) {
  EXPECT_EQ(normal_rule_path("/*a$b$"), "/*a%24b$");
  EXPECT_EQ(normal_url_path("/*a$b$"), "/%2Aa%24b%24");
  EXPECT_EQ(normal_rule_path("/%2a%24"), "/%2A%24");
}

}  // namespace
}  // namespace dixit::policy
