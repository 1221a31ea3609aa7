#include "policy/fetch_rules.h"

#include <gtest/gtest.h>

#include <array>

namespace dixit::policy {
namespace {

FetchFacts ordinary_page() {
  FetchFacts facts;
  facts.scheme = "https";
  facts.robots = RobotsStanding::Allowed;
  facts.contact = ContactProblem::None;
  return facts;
}

FetchReason judge(const FetchFacts& facts) { return may_fetch(facts, {}); }

TEST(FetchRules, AnOrdinaryPageMayBeFetched) {
  EXPECT_EQ(judge(ordinary_page()), FetchReason::Allowed);
  FetchFacts facts = ordinary_page();
  facts.scheme = "http";
  facts.port = 8080;
  EXPECT_EQ(judge(facts), FetchReason::Allowed);
}

TEST(FetchRules, OnlyHttp) {
  for (const std::string_view scheme : {"ftp", "file", "data", "", "HTTPS"}) {
    FetchFacts facts = ordinary_page();
    facts.scheme = scheme;
    EXPECT_EQ(judge(facts), FetchReason::NotHttp) << scheme;
  }
}

TEST(FetchRules, NoCredentials) {
  FetchFacts facts = ordinary_page();
  facts.has_credentials = true;
  EXPECT_EQ(judge(facts), FetchReason::HasCredentials);
}

TEST(FetchRules, NoPortsOfOtherServices) {
  for (const auto port : std::to_array<std::uint16_t>({0, 22, 25, 110, 2049, 6000, 6667, 10080})) {
    EXPECT_TRUE(is_blocked_port(port)) << port;
  }
  for (const auto port : std::to_array<std::uint16_t>({80, 443, 3000, 8000, 8080, 8443, 65535})) {
    EXPECT_FALSE(is_blocked_port(port)) << port;
  }
  FetchFacts facts = ordinary_page();
  facts.port = 25;
  EXPECT_EQ(judge(facts), FetchReason::PortBlocked);
}

TEST(FetchRules, ThePublicWebNeedsAContact) {
  FetchFacts facts = ordinary_page();
  facts.contact = ContactProblem::Placeholder;
  EXPECT_EQ(judge(facts), FetchReason::NoContact);
  facts.host = HostKind::PrivateNetwork;
  EXPECT_EQ(judge(facts), FetchReason::Allowed);
  facts.host = HostKind::Loopback;
  EXPECT_EQ(judge(facts), FetchReason::Allowed);
}

TEST(FetchRules, RobotsTxtIsReadFirstAndObeyed) {
  FetchFacts facts = ordinary_page();
  facts.robots = RobotsStanding::NotRead;
  EXPECT_EQ(judge(facts), FetchReason::RobotsNotRead);
  facts.robots = RobotsStanding::IsRobotsFile;
  EXPECT_EQ(judge(facts), FetchReason::Allowed);
  facts.robots = RobotsStanding::Disallowed;
  EXPECT_EQ(judge(facts), FetchReason::RobotsDisallow);
}

TEST(FetchRules, RobotsTxtMayBeIgnoredOnLoopbackAlone) {
  const FetchRules ignoring{.ignore_robots_on_loopback = true};
  FetchFacts facts = ordinary_page();
  facts.robots = RobotsStanding::Disallowed;
  facts.host = HostKind::Loopback;
  EXPECT_EQ(judge(facts), FetchReason::RobotsDisallow);
  EXPECT_EQ(may_fetch(facts, ignoring), FetchReason::Allowed);
  facts.host = HostKind::PrivateNetwork;
  EXPECT_EQ(may_fetch(facts, ignoring), FetchReason::RobotsDisallow);
}

TEST(Redirects, TenHopsAreFollowed) {
  EXPECT_EQ(decide_redirect({"https", "https", 9}).reason, RedirectReason::Follow);
  EXPECT_EQ(decide_redirect({"https", "https", 10}).reason, RedirectReason::TooManyHops);
}

TEST(Redirects, ADowngradeIsFollowedAndNoted) {
  EXPECT_EQ(decide_redirect({"https", "http", 0}),
            (RedirectDecision{RedirectReason::Follow, true}));
  EXPECT_FALSE(decide_redirect({"http", "https", 0}).downgraded);
}

TEST(Redirects, BadTargetsAreNot) {
  EXPECT_EQ(decide_redirect({"https", "", 0}).reason, RedirectReason::NoTarget);
  EXPECT_EQ(decide_redirect({"https", "javascript", 0}).reason, RedirectReason::NotHttp);
  EXPECT_EQ(decide_redirect({"https", "https", 1, true}).reason, RedirectReason::Loop);
}

TEST(Redirects, AreFiveStatuses) {
  for (const int status : {301, 302, 303, 307, 308}) EXPECT_TRUE(is_redirect(status)) << status;
  for (const int status : {200, 300, 304, 305, 306, 404}) {
    EXPECT_FALSE(is_redirect(status)) << status;
  }
}

TEST(FetchRules, ReasonsHaveNames) {
  EXPECT_EQ(name_of(FetchReason::Allowed), "allowed");
  EXPECT_EQ(name_of(FetchReason::RobotsDisallow), "robots_disallow");
  EXPECT_EQ(name_of(RedirectReason::Follow), "follow");
  EXPECT_EQ(name_of(RedirectReason::Loop), "loop");
}

}  // namespace
}  // namespace dixit::policy
