#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "policy/robots.h"

namespace dixit::policy {
namespace {

// The groups in one line: "a@1,b@2{-/x@3 +/y@4}", "-" for Disallow and "+" for Allow.
std::string outline(const RobotsRules& rules) {
  std::string out;
  for (const RobotsGroup& group : rules.groups) {
    std::string agents;
    for (const RobotsAgent& agent : group.agents) {
      if (!agents.empty()) agents += ",";
      agents += agent.name + "@" + std::to_string(agent.line);
    }
    std::string lines;
    for (const RobotsRule& rule : group.rules) {
      if (!lines.empty()) lines += " ";
      lines += rule.kind == RobotsRuleKind::Allow ? "+" : "-";
      lines += rule.pattern + "@" + std::to_string(rule.line);
    }
    out += agents + "{" + lines + "}";
  }
  return out;
}

std::string outline_of(std::string_view body) { return outline(parse_robots(body)); }

TEST(Rfc9309ParseRobots, ReadsGroupsOfAgentsAndRules) {
  EXPECT_EQ(outline_of("User-agent: Kite\n"
                       "User-agent: Heron\n"
                       "Disallow: /drafts/\n"
                       "Allow: /drafts/open/\n"
                       "\n"
                       "User-agent: *\n"
                       "Disallow: /\n"),
            "Kite@1,Heron@2{-/drafts/@3 +/drafts/open/@4}*@6{-/@7}");
}

TEST(Rfc9309ParseRobots, KeysIgnoreCaseAndPathsDoNot) {
  EXPECT_EQ(outline_of("USER-AGENT: Kite\ndISALLOW: /Drafts\n"), "Kite@1{-/Drafts@2}");
}

TEST(Rfc9309ParseRobots, CommentsEndRecords) {
  EXPECT_EQ(outline_of("# for all\nUser-agent: * # everyone\nDisallow: /a#b\n#Disallow: /c\n"),
            "*@2{-/a@3}");
}

TEST(Rfc9309ParseRobots, RulesBeforeTheFirstAgentBelongToNobody) {
  EXPECT_EQ(outline_of("Disallow: /\nUser-agent: Kite\nAllow: /x\n"), "Kite@2{+/x@3}");
}

TEST(Rfc9309ParseRobots, OtherRecordsDoNotEndARunOfAgents) {
  EXPECT_EQ(outline_of("User-agent: Kite\n"
                       "Sitemap: https://press.example/map.xml\n"
                       "Host: press.example\n"
                       "Crawl-delay: 3\n"
                       "User-agent: Heron\n"
                       "Disallow: /x\n"),
            "Kite@1,Heron@5{-/x@6}");
}

TEST(Rfc9309ParseRobots, AgentsAreProductTokens) {
  EXPECT_EQ(outline_of("User-agent: Kite/2.1 (swift)\nUser-agent: 99\nUser-agent: * all\n"
                       "User-agent: *bird\nDisallow: /\n"),
            "Kite@1,@2,*@3,@4{-/@5}");
}

TEST(Rfc9309ParseRobots, EmptyPatternsAreKeptForThoseWhoLook) {
  EXPECT_EQ(outline_of("User-agent: *\nDisallow:\n"), "*@1{-@2}");
}

TEST(Rfc9309ParseRobots, CountsLinesAsAnEditorDoes) {
  EXPECT_EQ(outline_of("\r\nUser-agent: *\rDisallow: /a\n\n\r\nDisallow: /b"), "*@2{-/a@3 -/b@6}");
  EXPECT_EQ(parse_robots("a\r\nb\rc\n").lines, 3U);
}

TEST(Rfc9309ParseRobots, SkipsAByteOrderMark) {
  EXPECT_EQ(outline_of("\xEF\xBB\xBFUser-agent: *\nDisallow: /a\n"), "*@1{-/a@2}");
}

TEST(HouseParseRobots, ReadsUtf16BehindItsByteOrderMark) {
  const std::string text = "User-agent: *\nDisallow: /a\n";
  std::string little = "\xFF\xFE";
  std::string big = "\xFE\xFF";
  for (const char c : text) {
    little += c;
    little += '\0';
    big += '\0';
    big += c;
  }
  EXPECT_EQ(outline_of(little), "*@1{-/a@2}");
  EXPECT_EQ(outline_of(big), "*@1{-/a@2}");
}

TEST(HouseParseRobots, Utf16ReadsPairsAndReplacesLoneHalves) {
  // U+1F4F0 as a pair, then its first half alone.
  const std::string body(
      "\xFE\xFF\0U\0s\0e\0r\0-\0a\0g\0e\0n\0t\0:\0*\0\n\0A\0l\0l\0o\0w\0:\0/"
      "\xD8\x3D\xDC\xF0\xD8\x3D",
      48);
  EXPECT_EQ(outline_of(body), "*@1{+/%F0%9F%93%B0%EF%BF%BD@2}");
}

TEST(HouseParseRobots, ToleratesAMissingColonBetweenTwoWords) {
  EXPECT_EQ(outline_of("user-agent Kite\ndisallow /a\ndisallow /b c\nallow\n"), "Kite@1{-/a@2}");
}

TEST(HouseParseRobots, ToleratesMisspeltKeys) {
  EXPECT_EQ(outline_of("useragent: Kite\nuser agent: Heron\ndissallow: /a\ndissalow: /b\n"
                       "disalow: /c\ndiasllow: /d\ndisallaw: /e\ndesallow: /f\n"),
            "Kite@1,Heron@2{-/a@3 -/b@4 -/c@5 -/d@6 -/e@7 -/f@8}");
}

TEST(HouseParseRobots, ToleratesSpaceAroundKeysAndValues) {
  EXPECT_EQ(outline_of(" \tUser-agent :  Kite \t\n  Disallow  :/a\n"), "Kite@1{-/a@2}");
}

TEST(HouseParseRobots, KeepsTheLineAsWritten) {
  const RobotsRules rules = parse_robots("User-agent: *\n  DISALLOW:  /caf\xC3\xA9 # no\n");
  ASSERT_EQ(rules.groups.size(), 1U);
  const RobotsRule& rule = rules.groups[0].rules.at(0);
  EXPECT_EQ(rule.text, "DISALLOW:  /caf\xC3\xA9");
  EXPECT_EQ(rule.pattern, "/caf%C3%A9");
}

TEST(HouseParseRobots, CutsOverlongLines) {
  const RobotsRules rules =
      parse_robots("User-agent: *\nDisallow: /" + std::string(2 * kRobotsLineBytesMax, 'x') + "\n");
  EXPECT_EQ(rules.groups.at(0).rules.at(0).text.size(), kRobotsLineBytesMax);
}

TEST(Rfc9309ParseRobots, ReadsFiveHundredKibibytesAndDropsTheCutLine) {
  std::string body = "User-agent: *\nDisallow: /a\n";
  body += "#" + std::string(kRobotsBytesMax - body.size() - 6, '.') + "\n";
  const RobotsRules whole = parse_robots(body);
  EXPECT_FALSE(whole.truncated);
  const RobotsRules cut = parse_robots(body + "Allow: /b\nAllow: /c\n");
  EXPECT_TRUE(cut.truncated);
  EXPECT_EQ(outline(cut), "*@1{-/a@2}");
}

TEST(Rfc9309ParseRobots, KeepsALineThatEndsAtTheLimit) {
  const std::string last = "Disallow: /end";
  std::string body = "User-agent: *\n#";
  body += std::string(kRobotsBytesMax - body.size() - 1 - last.size(), '.') + "\n" + last;
  ASSERT_EQ(body.size(), kRobotsBytesMax);
  EXPECT_EQ(outline_of(body + "\nDisallow: /after\n"), "*@1{-/end@3}");
}

TEST(HouseParseRobots, ListsEachSitemapOnce) {
  const RobotsRules rules = parse_robots(
      "Sitemap: https://press.example/a.xml\nSite-map: /b.xml\n"
      "sitemap: https://press.example/a.xml\nSitemap:\n");
  EXPECT_THAT(rules.sitemaps, testing::ElementsAre(RobotsSitemap{"https://press.example/a.xml", 1},
                                                   RobotsSitemap{"/b.xml", 2}));
}

TEST(HouseParseRobots, NamesNoMoreSitemapsThanTheLimit) {
  std::string body;
  for (std::size_t i = 0; i <= kRobotsSitemapsMax; ++i) {
    body += "Sitemap: /" + std::to_string(i) + "\n";
  }
  EXPECT_EQ(parse_robots(body).sitemaps.size(), kRobotsSitemapsMax);
}

std::optional<std::int64_t> delay_of(std::string_view body, std::string_view token) {
  return crawl_delay_ms(parse_robots(body), token);
}

TEST(HouseCrawlDelay, ReadsSecondsWithAFraction) {
  EXPECT_EQ(delay_of("User-agent: *\nCrawl-delay: 2\n", "Dixit"), 2'000);
  EXPECT_EQ(delay_of("User-agent: *\nCrawl-delay: 0.25\n", "Dixit"), 250);
  EXPECT_EQ(delay_of("User-agent: *\nCrawl-delay: .5 s\n", "Dixit"), 500);
  EXPECT_EQ(delay_of("User-agent: *\nCrawl-delay: -1\n", "Dixit"), std::nullopt);
  EXPECT_EQ(delay_of("User-agent: *\nCrawl-delay: soon\n", "Dixit"), std::nullopt);
  EXPECT_EQ(delay_of("Crawl-delay: 2\n", "Dixit"), std::nullopt);
}

TEST(HouseCrawlDelay, StopsAtADay) {
  EXPECT_EQ(delay_of("User-agent: *\nCrawl-delay: 999999999999999999999\n", "Dixit"),
            kCrawlDelayMsMax);
}

TEST(HouseCrawlDelay, IsForTheAgentsAboveItUpToTheDelayBefore) {
  const std::string body =
      "User-agent: Kite\nUser-agent: Heron\nCrawl-delay: 1\n"
      "User-agent: Crane\nCrawl-delay: 2\nUser-agent: *\nDisallow: /x\n";
  EXPECT_EQ(delay_of(body, "Kite"), 1'000);
  EXPECT_EQ(delay_of(body, "heron"), 1'000);
  EXPECT_EQ(delay_of(body, "Crane"), 2'000);
  EXPECT_EQ(delay_of(body, "Dixit"), std::nullopt);
}

TEST(HouseCrawlDelay, TheLongestCounts) {
  EXPECT_EQ(delay_of("User-agent: *\nCrawl-delay: 1\nDisallow: /a\n"
                     "User-agent: *\nCrawl-delay: 4\nCrawl-delay: 3\n",
                     "Dixit"),
            4'000);
}

TEST(HouseCrawlDelay, OwnGroupHidesEveryonesDelay) {
  EXPECT_EQ(delay_of("User-agent: *\nCrawl-delay: 9\nDisallow: /a\nUser-agent: Dixit\nAllow: /\n",
                     "Dixit"),
            std::nullopt);
}

TEST(PrintRobots, MeansTheSameWhenReadAgain) {
  const std::string printed = print_robots(
      parse_robots("User-agent: Kite\nCrawl-delay: 1.5\nUser-agent: Heron\nDisalow /a b\n"
                   "Disallow /a\nAllow: /%e2%82%ac\nuser-agent:*\nDisallow:\nSitemap: /m.xml"));
  EXPECT_EQ(printed,
            "User-agent: Kite\nCrawl-delay: 1.500\nUser-agent: Heron\nDisallow: /a\n"
            "Allow: /%E2%82%AC\n\nUser-agent: *\nDisallow: \n\nSitemap: /m.xml\n");
  EXPECT_EQ(print_robots(parse_robots(printed)), printed);
}

TEST(ProductToken, IsWhatStandsBeforeTheVersion) {
  EXPECT_EQ(product_token("Dixit/0.1 (+https://press.example)"), "Dixit");
  EXPECT_EQ(product_token("news-bot_x 2"), "news-bot_x");
  EXPECT_EQ(product_token("(compatible)"), "");
  EXPECT_EQ(product_token(""), "");
}

}  // namespace
}  // namespace dixit::policy
