// Runs the robots.txt cases of other projects where they are laid out beside the source tree.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "policy/robots.h"
#include "policy/robots_path.h"

namespace dixit::policy {
namespace {

using simdjson::dom::element;

simdjson::padded_string load_suite(const std::string& name) {
  std::ifstream file(std::string(DIXIT_EVAL_DIR) + "/suites/" + name, std::ios::binary);
  return simdjson::padded_string(std::string(std::istreambuf_iterator<char>(file), {}));
}

std::string decode_base64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned buffer = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) break;
    buffer = (buffer << 6U | static_cast<unsigned>(digit)) & 0xFFFFU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(buffer >> bits & 0xFFU);
  }
  return bytes;
}

std::string robots_body(const element& item) {
  std::string_view text;
  if (item["robots"].get(text) == simdjson::SUCCESS) return std::string(text);
  return decode_base64(std::string_view(item["robots_b64"]));
}

// Runs every case of a file and expects `cases` of them, each with the verdict it states.
void expect_verdicts(const std::string& file, std::size_t cases) {
  const simdjson::padded_string lines = load_suite(file);
  simdjson::dom::parser parser;
  std::size_t seen = 0;
  for (const element item : parser.parse_many(lines)) {
    ++seen;
    const RobotsRules rules = parse_robots(robots_body(item));
    const RobotsVerdict answer =
        verdict(rules, std::string_view(item["agent"]), robots_path(std::string_view(item["url"])));
    EXPECT_EQ(answer.allowed, bool(item["allowed"]))
        << std::string_view(item["name"]) << " " << std::string_view(item["url"]) << ": "
        << describe(answer);
    if (answer.line > 0) {
      EXPECT_LE(answer.line, rules.lines);
    }
  }
  EXPECT_EQ(seen, cases);
}

TEST(RobotsSuites, GoogleMatcher) { expect_verdicts("robots_google.jsonl", 145); }

TEST(RobotsSuites, Consensus) { expect_verdicts("robots_consensus.jsonl", 506); }

// Cases that we answer otherwise, on purpose.
bool is_known_difference(std::string_view name) {
  constexpr std::string_view kDifferences[] = {
      // A delay of an hour closes the site there; here it is a delay of an hour.
      "testBigCrawlDelay",
      // There a crawler may have several names at once.
      "testHeritrixCases#5",
      // There a line that is nothing but an address counts as a sitemap.
      "SimpleRobotRulesParserTest.testSitemap#",
  };
  return std::any_of(std::begin(kDifferences), std::end(kDifferences),
                     [name](std::string_view d) { return name.find(d) != std::string_view::npos; });
}

std::vector<std::string> absolute_sitemaps(const RobotsRules& rules) {
  std::vector<std::string> urls;
  for (const RobotsSitemap& sitemap : rules.sitemaps) {
    urls.push_back(sitemap.url.starts_with('/') ? "http://domain.com" + sitemap.url : sitemap.url);
  }
  return urls;
}

TEST(RobotsSuites, CrawlDelaysAndSitemaps) {
  const simdjson::padded_string lines = load_suite("robots_crawlercommons_parse.jsonl");
  simdjson::dom::parser parser;
  std::size_t seen = 0;
  for (const element item : parser.parse_many(lines)) {
    ++seen;
    const std::string_view name(item["name"]);
    if (is_known_difference(name)) continue;
    const RobotsRules rules = parse_robots(robots_body(item));
    std::optional<std::int64_t> expected_delay;
    if (!item["crawl_delay_ms"].is_null()) expected_delay = std::int64_t(item["crawl_delay_ms"]);
    EXPECT_EQ(crawl_delay_ms(rules, product_token(std::string_view(item["agent"]))), expected_delay)
        << name;
    std::vector<std::string> expected_sitemaps;
    for (const element url : item["sitemaps"]) {
      expected_sitemaps.emplace_back(std::string_view(url));
    }
    EXPECT_EQ(absolute_sitemaps(rules), expected_sitemaps) << name;
  }
  EXPECT_EQ(seen, 151U);
}

}  // namespace
}  // namespace dixit::policy
