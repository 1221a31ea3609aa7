#include <gtest/gtest.h>

#include <string>

#include "policy/robots.h"

namespace dixit::policy {
namespace {

std::string decide(std::string_view body, std::string_view path, std::string_view token = "Dixit") {
  return describe(verdict(parse_robots(body), token, path));
}

bool allowed(std::string_view body, std::string_view path) {
  return verdict(parse_robots(body), "Dixit", path).allowed;
}

TEST(RobotsVerdict, NamesTheDecidingLineAndItsGroup) {
  const RobotsRules rules = parse_robots(
      "User-agent: dixit\n"
      "# the archive\n"
      "Disallow: /private # ours\n");
  const RobotsVerdict answer = verdict(rules, "Dixit", "/private/a");
  EXPECT_EQ(answer, (RobotsVerdict{.allowed = false,
                                   .reason = RobotsReason::DisallowRule,
                                   .line = 3,
                                   .text = "Disallow: /private",
                                   .group = "dixit",
                                   .group_line = 1}));
  EXPECT_EQ(describe(answer), "disallowed by line 3 (Disallow: /private) for dixit");
}

TEST(RobotsVerdict, SaysWhyNothingDecided) {
  EXPECT_EQ(decide("", "/a"), "allowed: no group is for this crawler");
  EXPECT_EQ(decide("User-agent: Kite\nDisallow: /\n", "/a"),
            "allowed: no group is for this crawler");
  EXPECT_EQ(decide("User-agent: *\nDisallow: /b\n", "/a"), "allowed: no rule for * matches");
}

TEST(Rfc9309Verdict, OwnGroupsHideTheGroupOfEveryone) {
  const std::string body = "User-agent: *\nDisallow: /\nUser-agent: DIXIT\nDisallow: /x\n";
  EXPECT_EQ(decide(body, "/a"), "allowed: no rule for DIXIT matches");
  EXPECT_EQ(decide(body, "/a", "Kite"), "disallowed by line 2 (Disallow: /) for *");
}

TEST(Rfc9309Verdict, GroupsOfOneNameAreMerged) {
  const std::string body =
      "User-agent: Dixit\nDisallow: /a\n\nUser-agent: Kite\nDisallow: /\n\n"
      "User-agent: Heron\nUser-agent: Dixit\nDisallow: /b\n";
  EXPECT_EQ(decide(body, "/a"), "disallowed by line 2 (Disallow: /a) for Dixit");
  EXPECT_EQ(decide(body, "/b"), "disallowed by line 9 (Disallow: /b) for Dixit");
  EXPECT_EQ(decide(body, "/c"), "allowed: no rule for Dixit matches");
}

TEST(Rfc9309Verdict, AnEmptyOrForeignTokenMatchesEveryoneAlone) {
  const std::string body = "User-agent: 77\nDisallow: /\nUser-agent: *\nDisallow: /x\n";
  EXPECT_EQ(decide(body, "/a", ""), "allowed: no rule for * matches");
  EXPECT_EQ(decide("User-agent: 77\nDisallow: /\n", "/a", ""),
            "allowed: no group is for this crawler");
}

TEST(Rfc9309Verdict, TheLongestMatchDecides) {
  const std::string body =
      "User-agent: *\nAllow: /news/\nDisallow: /news/drafts/\nDisallow: /*.pdf\n";
  EXPECT_EQ(decide(body, "/news/today"), "allowed by line 2 (Allow: /news/) for *");
  EXPECT_EQ(decide(body, "/news/drafts/1"), "disallowed by line 3 (Disallow: /news/drafts/) for *");
  EXPECT_EQ(decide(body, "/a.pdf"), "disallowed by line 4 (Disallow: /*.pdf) for *");
}

TEST(Rfc9309Verdict, AllowWinsATieInEitherOrder) {
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /page\nAllow: /page\n", "/page"));
  EXPECT_TRUE(allowed("User-agent: *\nAllow: /page\nDisallow: /page\n", "/page"));
}

TEST(Rfc9309Verdict, AmongEqualRulesTheFirstIsNamed) {
  EXPECT_EQ(verdict(parse_robots("User-agent: *\nDisallow: /a\nDisallow: /a\n"), "D", "/a").line,
            2U);
}

TEST(Rfc9309Verdict, EmptyPatternsMatchNothing) {
  EXPECT_TRUE(allowed("User-agent: *\nDisallow:\n", "/a"));
  EXPECT_FALSE(allowed("User-agent: *\nDisallow: /\nAllow:\n", "/a"));
}

TEST(Rfc9309Verdict, RobotsTxtItselfIsAllowed) {
  EXPECT_EQ(decide("User-agent: *\nDisallow: /\n", "/robots.txt"),
            "allowed: robots.txt itself always is");
}

TEST(Rfc9309Verdict, WildcardAndEndHaveMeaning) {
  const std::string body = "User-agent: *\nDisallow: /*/print$\nDisallow: /q?*id=\n";
  EXPECT_FALSE(allowed(body, "/a/b/print"));
  EXPECT_TRUE(allowed(body, "/a/b/printed"));
  EXPECT_FALSE(allowed(body, "/q?x=1&id=2"));
  EXPECT_TRUE(allowed(body, "/q?x=1"));
}

TEST(Rfc9309Verdict, EscapedWildcardsAreCharacters) {
  const std::string body = "User-agent: *\nDisallow: /file-%2A.html\nDisallow: /cost-%24\n";
  EXPECT_FALSE(allowed(body, "/file-*.html"));
  EXPECT_FALSE(allowed(body, "/file-%2a.html"));
  EXPECT_TRUE(allowed(body, "/file-1.html"));
  EXPECT_FALSE(allowed(body, "/cost-$"));
}

TEST(Rfc9309Verdict, ADisallowMatchesInEverySpelling) {
  const auto shut = [](std::string_view rule, std::string_view path) {
    return !allowed("User-agent: *\nDisallow: " + std::string(rule) + "\n", path);
  };
  EXPECT_TRUE(
      shut("/b\xC3\xBC"
           "cher/",
           "/b%C3%BCcher/1"));
  EXPECT_TRUE(shut("/b%c3%bccher/", "/b%C3%BCcher/1"));
  EXPECT_TRUE(shut("/b%C3%BCcher/",
                   "/b\xC3\xBC"
                   "cher/1"));
  EXPECT_TRUE(shut("/%61rchive", "/archive"));
  EXPECT_TRUE(shut("/archive", "/%61rchive"));
  EXPECT_TRUE(shut("/go?to=https://a.example", "/go?to=https%3A%2F%2Fa.example"));
  EXPECT_TRUE(shut("/a%2Fb", "/a%2fb"));
  EXPECT_FALSE(shut("/a%2Fb", "/a/b"));
}

TEST(HouseVerdict, AnAllowMatchesAsSpeltAlone) {
  const std::string body = "User-agent: *\nDisallow: /\nAllow: /%61rchive\n";
  EXPECT_FALSE(allowed(body, "/archive"));
  EXPECT_TRUE(allowed(body, "/%61rchive"));
}

TEST(HouseVerdict, SpellingsOfEqualLengthTie) {
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /%61\nAllow: /a\n", "/a"));
}

TEST(HouseVerdict, AllowingAnIndexPageOpensItsDirectory) {
  const std::string body = "User-agent: *\nDisallow: /\nAllow: /news/index.html\n";
  EXPECT_TRUE(allowed(body, "/news/"));
  EXPECT_TRUE(allowed(body, "/news/index.html"));
  EXPECT_FALSE(allowed(body, "/news/other"));
}

TEST(HouseVerdict, AHostileFileIsAnsweredInLinearTime) {
  // Each of many rules would cost the product of pattern and path to a search that starts over.
  std::string body = "User-agent: *\n";
  const std::string rule = "Disallow: /*" + std::string(8'000, 'a') + "b*a*a*a*a*c$\n";
  while (body.size() + rule.size() < kRobotsBytesMax) body += rule;
  EXPECT_TRUE(allowed(body, "/" + std::string(16'000, 'a')));
}

TEST(HouseVerdict, AFileTooCostlyToCompareDisallows) {
  std::string body = "User-agent: *\n";
  while (body.size() + 20 < kRobotsBytesMax) body += "Allow: *ab\n";
  EXPECT_EQ(decide(body, "/" + std::string(2'000, 'a')),
            "disallowed: too many wildcards for * to compare");
  EXPECT_TRUE(allowed(body, "/a"));
}

}  // namespace
}  // namespace dixit::policy
