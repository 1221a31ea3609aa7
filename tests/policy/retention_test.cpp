#include "policy/retention.h"

#include <gtest/gtest.h>

#include <string>

namespace dixit::policy {
namespace {

RetentionFacts page(int status = 200) {
  RetentionFacts facts;
  facts.status = status;
  facts.content_type = "text/html; charset=utf-8";
  facts.body_bytes = 50'000;
  facts.now_s = 1'780'000'000;
  return facts;
}

// "action reason" and what may be done, as "archive kept +extract +follow".
std::string judge(const RetentionFacts& facts) {
  const RetentionDecision decision = decide_retention(facts, {});
  return std::string(name_of(decision.action)) + " " + std::string(name_of(decision.reason)) +
         (decision.may_extract ? " +extract" : "") + (decision.may_follow ? " +follow" : "");
}

TEST(Retention, KeepsPages) { EXPECT_EQ(judge(page()), "archive kept +extract +follow"); }

TEST(Retention, GoesByTheStatus) {
  EXPECT_EQ(judge(page(301)), "archive kept +follow");
  EXPECT_EQ(judge(page(304)), "archive not_modified");
  EXPECT_EQ(judge(page(404)), "record_only gone");
  EXPECT_EQ(judge(page(410)), "record_only gone");
  EXPECT_EQ(judge(page(429)), "drop server_error");
  EXPECT_EQ(judge(page(503)), "drop server_error");
  EXPECT_EQ(judge(page(0)), "drop no_final_response");
  EXPECT_EQ(judge(page(103)), "drop no_final_response");
  EXPECT_EQ(judge(page(600)), "drop no_final_response");
}

TEST(Retention, ObeysThePage) {
  RetentionFacts facts = page();
  facts.opt_outs = {.noarchive = true};
  EXPECT_EQ(judge(facts), "record_only no_archive +follow");
  facts.opt_outs = {.tdm_reserved = true};
  EXPECT_EQ(judge(facts), "record_only tdm_reserved +follow");
  facts.opt_outs = {.noindex = true};
  EXPECT_EQ(judge(facts), "archive kept +follow");
  facts.opt_outs = {.nofollow = true};
  EXPECT_EQ(judge(facts), "archive kept +extract");
}

TEST(Retention, APagesDateOfRemovalCountsFromThen) {
  RetentionFacts facts = page();
  facts.opt_outs.unavailable_after_s = facts.now_s;
  EXPECT_EQ(judge(facts), "archive kept +extract +follow");
  facts.opt_outs.unavailable_after_s = facts.now_s - 1;
  EXPECT_EQ(judge(facts), "record_only unavailable +follow");
}

TEST(Retention, BodiesHaveALimit) {
  RetentionFacts facts = page();
  facts.body_bytes = kBodyBytesMax;
  EXPECT_EQ(judge(facts), "archive kept +extract +follow");
  facts.body_bytes = kBodyBytesMax + 1;
  EXPECT_EQ(judge(facts), "record_only too_large +follow");
  facts.body_bytes = 1;
  facts.is_truncated = true;
  EXPECT_EQ(judge(facts), "record_only too_large +follow");
}

TEST(Retention, KeepsWhatAParserReads) {
  for (const std::string_view type :
       {"", "text/html", "TEXT/HTML;charset=x", "application/xhtml+xml", "application/rss+xml",
        "application/atom+xml", "application/feed+json", "application/activity+json",
        "application/json", "text/xml", "text/plain", "application/x-gzip"}) {
    EXPECT_TRUE(is_readable_type(type)) << type;
  }
  for (const std::string_view type : {"image/jpeg", "video/mp4", "application/pdf",
                                      "application/octet-stream", "text/css", "htmlx"}) {
    EXPECT_FALSE(is_readable_type(type)) << type;
  }
  RetentionFacts facts = page();
  facts.content_type = "image/png";
  EXPECT_EQ(judge(facts), "record_only unreadable +follow");
  facts.status = 302;
  EXPECT_EQ(judge(facts), "archive kept +follow");
}

}  // namespace
}  // namespace dixit::policy
