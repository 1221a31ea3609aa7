#include "policy/scope.h"

#include <gtest/gtest.h>

#include <string>

namespace dixit::policy {
namespace {

// A URL on www.press.example; the views live as long as the value.
struct Sample {
  std::string host = "www.press.example";
  std::string domain = "press.example";
  std::string path = "/";
  std::string query;
  int depth = 1;
  std::string href;

  ScopeUrl url() {
    href = "https://" + host + path + (query.empty() ? "" : "?" + query);
    return {href, host, domain, path, query, depth};
  }
};

ScopeRules rules_for(ScopeReach reach) {
  ScopeRules rules;
  rules.roots.push_back({reach, "www.press.example", "press.example", "/news"});
  rules.year_now = 2026;
  return rules;
}

ScopeReason judge(const ScopeRules& rules, Sample sample) {
  const ScopeDecision decision = decide_scope(rules, sample.url());
  EXPECT_EQ(decision.in_scope, decision.reason == ScopeReason::InScope);
  return decision.reason;
}

// "reason detail" for a path and query, by the traps alone.
std::string trap_in(std::string path, std::string query = "") {
  Sample sample{.path = std::move(path), .query = std::move(query)};
  const ScopeDecision decision = find_trap(sample.url(), 2026);
  const std::string detail = decision.detail.empty() ? "" : " " + decision.detail;
  return std::string(name_of(decision.reason)) + detail;
}

TEST(Scope, ReachOfAHostIsThatHost) {
  const ScopeRules rules = rules_for(ScopeReach::Host);
  EXPECT_EQ(judge(rules, {}), ScopeReason::InScope);
  EXPECT_EQ(judge(rules, {.host = "press.example"}), ScopeReason::OutsideRoots);
}

TEST(Scope, ReachOfADomainHoldsItsHosts) {
  const ScopeRules rules = rules_for(ScopeReach::RegistrableDomain);
  EXPECT_EQ(judge(rules, {.host = "amp.press.example"}), ScopeReason::InScope);
  EXPECT_EQ(judge(rules, {.host = "press.test", .domain = "press.test"}),
            ScopeReason::OutsideRoots);
}

TEST(Scope, WithoutARegistrableDomainTheHostDecides) {
  ScopeRules rules;
  rules.roots.push_back({ScopeReach::RegistrableDomain, "127.0.0.1", "", ""});
  EXPECT_EQ(judge(rules, {.host = "127.0.0.1", .domain = ""}), ScopeReason::InScope);
  EXPECT_EQ(judge(rules, {.host = "127.0.0.2", .domain = ""}), ScopeReason::OutsideRoots);
}

TEST(Scope, ReachOfAPathEndsAtASegment) {
  const ScopeRules rules = rules_for(ScopeReach::PathPrefix);
  EXPECT_EQ(judge(rules, {.path = "/news"}), ScopeReason::InScope);
  EXPECT_EQ(judge(rules, {.path = "/news/a"}), ScopeReason::InScope);
  EXPECT_EQ(judge(rules, {.path = "/newsroom"}), ScopeReason::OutsideRoots);
}

TEST(Scope, AnywhereIsAnywhereAndNoRootIsNowhere) {
  EXPECT_EQ(judge(rules_for(ScopeReach::Anywhere), {.host = "a.test", .domain = "a.test"}),
            ScopeReason::InScope);
  EXPECT_EQ(judge({}, {}), ScopeReason::OutsideRoots);
}

TEST(Scope, DepthHasALimit) {
  ScopeRules rules = rules_for(ScopeReach::Host);
  rules.depth_max = 2;
  EXPECT_EQ(judge(rules, {.depth = 2}), ScopeReason::InScope);
  EXPECT_EQ(judge(rules, {.depth = 3}), ScopeReason::TooDeep);
}

TEST(Scope, ExcludesWinOverIncludes) {
  ScopeRules rules = rules_for(ScopeReach::RegistrableDomain);
  rules.includes = {"/news/", "https://amp.*"};
  rules.excludes = {"/*?print=", "/news/sport/"};
  EXPECT_EQ(judge(rules, {.path = "/news/a"}), ScopeReason::InScope);
  EXPECT_EQ(judge(rules, {.host = "amp.press.example", .path = "/x"}), ScopeReason::InScope);
  EXPECT_EQ(judge(rules, {.path = "/about"}), ScopeReason::NotIncluded);
  EXPECT_EQ(judge(rules, {.path = "/news/a", .query = "print=1"}), ScopeReason::Excluded);
  Sample sport{.path = "/news/sport/a"};
  EXPECT_EQ(decide_scope(rules, sport.url()).detail, "/news/sport/");
}

TEST(Scope, OverlongUrlsAreOut) {
  EXPECT_EQ(judge(rules_for(ScopeReach::Host), {.path = "/" + std::string(kUrlBytesMax, 'a')}),
            ScopeReason::UrlTooLong);
}

TEST(ScopeTraps, OrdinaryArticlesAreNone) {
  EXPECT_EQ(trap_in("/world/2026/03/01/a-headline-2031-05"), "in_scope");
  EXPECT_EQ(trap_in("/archives/1944/06/07/page.html"), "in_scope");
  EXPECT_EQ(trap_in("/article/20481105", "id=4711&page=2"), "in_scope");
  EXPECT_EQ(trap_in("/2015/01/01/01/"), "in_scope");
}

TEST(ScopeTraps, RepeatedSegmentsAreACircle) {
  EXPECT_EQ(trap_in("/a/b/a/b/a/b"), "in_scope");
  EXPECT_EQ(trap_in("/a/b/a/b/a/b/a/b"), "repeated_segments a");
}

TEST(ScopeTraps, DeepPathsAreOut) {
  std::string path;
  for (std::size_t i = 0; i < kPathSegmentsMax; ++i) path += "/" + std::to_string(i);
  EXPECT_EQ(trap_in(path), "in_scope");
  EXPECT_EQ(trap_in(path + "/x"), "too_many_segments");
}

TEST(ScopeTraps, SessionIdsAreOutWhereverTheyStand) {
  EXPECT_EQ(trap_in("/a", "x=1&PHPSESSID=0af"), "session_id PHPSESSID");
  EXPECT_EQ(trap_in("/a", "ASPSESSIONIDQQ=0af"), "session_id ASPSESSIONIDQQ");
  EXPECT_EQ(trap_in("/a;jsessionid=0af/b"), "session_id jsessionid");
  EXPECT_EQ(trap_in("/(S(0af))/b.aspx"), "session_id (S(0af))");
  EXPECT_EQ(trap_in("/a;v=1/sessions", "session=spring"), "in_scope");
}

TEST(ScopeTraps, RepeatedParametersAreACircleAndListsAreNone) {
  EXPECT_EQ(trap_in("/a", "page=1&page=2"), "in_scope");
  EXPECT_EQ(trap_in("/a", "page=1&page=2&page=3"), "repeated_parameters page");
  EXPECT_EQ(trap_in("/a", "t[]=1&t[]=2&t[]=3&u%5B%5D=1&u%5B%5D=2&u%5B%5D=3"), "in_scope");
}

TEST(ScopeTraps, CombinedFiltersAreOut) {
  std::string query;
  for (std::size_t i = 0; i < kQueryParametersMax; ++i) query += "f" + std::to_string(i) + "=1&";
  EXPECT_EQ(trap_in("/a", query), "in_scope");
  EXPECT_EQ(trap_in("/a", query + "more=1"), "too_many_parameters");
}

TEST(ScopeTraps, CalendarsEndSomeYearsAhead) {
  EXPECT_EQ(trap_in("/calendar/2028/12/"), "in_scope");
  EXPECT_EQ(trap_in("/calendar/2029/1/"), "calendar_trap 2029");
  EXPECT_EQ(trap_in("/events", "month=5&year=2031"), "calendar_trap 2031");
  EXPECT_EQ(trap_in("/events", "from=2031-05-01"), "calendar_trap 2031");
  EXPECT_EQ(trap_in("/events/1599-01"), "calendar_trap 1599");
  EXPECT_EQ(trap_in("/events/2031/13/"), "in_scope");
}

TEST(ScopeTraps, WithoutTheYearTheFutureIsOpen) {
  Sample sample{.path = "/calendar/2999/12/"};
  EXPECT_TRUE(find_trap(sample.url(), 0).in_scope);
}

TEST(Scope, ReasonsHaveNames) {
  EXPECT_EQ(name_of(ScopeReason::InScope), "in_scope");
  EXPECT_EQ(name_of(ScopeReason::CalendarTrap), "calendar_trap");
}

}  // namespace
}  // namespace dixit::policy
