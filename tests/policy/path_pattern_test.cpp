#include "policy/path_pattern.h"

#include <gtest/gtest.h>

#include <string>

namespace dixit::policy {
namespace {

TEST(Rfc9309PathPattern, IsAPrefixUnlessItEndsInADollar) {
  EXPECT_TRUE(pattern_matches("/fish", "/fish"));
  EXPECT_TRUE(pattern_matches("/fish", "/fishing/rod"));
  EXPECT_FALSE(pattern_matches("/fish", "/Fish"));
  EXPECT_FALSE(pattern_matches("/fish", "/a/fish"));
  EXPECT_TRUE(pattern_matches("/fish$", "/fish"));
  EXPECT_FALSE(pattern_matches("/fish$", "/fish/"));
  EXPECT_TRUE(pattern_matches("", "/anything"));
}

TEST(Rfc9309PathPattern, AStarIsAnyRunAndMayBeEmpty) {
  EXPECT_TRUE(pattern_matches("/a*c", "/ac"));
  EXPECT_TRUE(pattern_matches("/a*c", "/abbbcd"));
  EXPECT_TRUE(pattern_matches("*.gif$", "/x/y.gif"));
  EXPECT_FALSE(pattern_matches("*.gif$", "/x/y.gif?s"));
  EXPECT_TRUE(pattern_matches("/**/b", "/a/b"));
  EXPECT_TRUE(pattern_matches("/a*", "/a"));
  EXPECT_TRUE(pattern_matches("/a*$", "/a/b"));
}

TEST(Rfc9309PathPattern, StretchesMayNotOverlap) {
  EXPECT_FALSE(pattern_matches("/ab*ba$", "/aba"));
  EXPECT_TRUE(pattern_matches("/ab*ba$", "/abba"));
  EXPECT_FALSE(pattern_matches("/*aa*aa", "/aaa"));
  EXPECT_TRUE(pattern_matches("/*aa*aa", "/aaaa"));
}

TEST(Rfc9309PathPattern, ADollarInsideIsACharacter) {
  EXPECT_TRUE(pattern_matches("/a$b", "/a$bc"));
  EXPECT_FALSE(pattern_matches("/a$b", "/a"));
  EXPECT_TRUE(pattern_matches("/a$*", "/a$"));
}

TEST(PathPattern, FindsLongStretchesThatRepeatThemselves) {
  const std::string stretch = "abcabcabcabcabcabcabd";
  EXPECT_TRUE(pattern_matches("/*" + stretch + "*z", "/abcabcabc" + stretch + "xyz"));
  EXPECT_FALSE(pattern_matches("/*" + stretch, "/abcabcabcabcabcabcabcabcabc"));
}

TEST(PathPattern, AgreesWithTheObviousSearchOnEveryShortInput) {
  // All patterns and paths over two letters, against a matcher by plain recursion.
  struct Reference {
    static bool matches(std::string_view pattern, std::string_view path) {
      if (pattern.empty()) return true;
      if (pattern == "$") return path.empty();
      if (pattern.front() == '*') {
        return matches(pattern.substr(1), path) ||
               (!path.empty() && matches(pattern, path.substr(1)));
      }
      return !path.empty() && path.front() == pattern.front() &&
             matches(pattern.substr(1), path.substr(1));
    }
  };
  const auto spell = [](unsigned number, unsigned length, std::string_view letters) {
    std::string word;
    for (unsigned i = 0; i < length; ++i, number /= static_cast<unsigned>(letters.size())) {
      word += letters[number % letters.size()];
    }
    return word;
  };
  for (unsigned p = 0; p < 4U * 4 * 4 * 4 * 4; ++p) {
    const std::string pattern = spell(p, 5, "ab*$");
    for (unsigned t = 0; t < 64; ++t) {
      const std::string path = spell(t, 6, "ab");
      ASSERT_EQ(pattern_matches(pattern, path), Reference::matches(pattern, path))
          << pattern << " " << path;
    }
  }
}

}  // namespace
}  // namespace dixit::policy
