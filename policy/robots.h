#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// robots.txt: what a file says, and whether a product may fetch a path by it and by which line.
//
// Source: RFC 9309 (https://www.rfc-editor.org/rfc/rfc9309), and where the RFC leaves a malformed
// file open, the habits of Google's open matcher, because files are written to please it.
// Thread-safe: all functions are pure; a RobotsRules may be shared by threads that only read it.
namespace dixit::policy {

// RFC 9309 §2.5 asks for at least 500 KiB. What stands after it is not read.
inline constexpr std::size_t kRobotsBytesMax = 512'000;
// Eight times the longest URL that browsers took for long. The rest of a longer line is not read.
inline constexpr std::size_t kRobotsLineBytesMax = 16'663;
// One day. A longer Crawl-delay could only be a mistake or a wish for no crawler at all.
inline constexpr std::int64_t kCrawlDelayMsMax = 86'400'000;
// The sitemaps protocol lets an index hold 50,000; no site needs more than this many indexes.
inline constexpr std::size_t kRobotsSitemapsMax = 1'000;
// How many characters of the path may be looked at for rules with `*` in one verdict: a thousand
// such rules against the longest URL that scope lets in need an eighth of it, and it takes some 50
// ms.
inline constexpr std::size_t kWildcardBytesMax = 16'000'000;

enum class RobotsRuleKind { Allow, Disallow };

// One Allow or Disallow line. An empty pattern matches nothing (RFC 9309 §2.2, "empty-pattern").
struct RobotsRule {
  RobotsRuleKind kind = RobotsRuleKind::Disallow;
  std::string pattern;  // in the literal spelling of robots_path.h
  std::string normal;   // in the normal spelling of RFC 9309 §2.2.2, "" when it is the same
  std::size_t line = 0;
  std::string text;  // the line as written, without comment and outer spaces

  bool operator==(const RobotsRule&) const = default;
};

// One User-agent line.
struct RobotsAgent {
  std::string name;  // the product token, "*" for everyone, "" when the line holds neither
  std::size_t line = 0;
  std::optional<std::int64_t> crawl_delay_ms;  // of the Crawl-delay line below it, if any

  bool operator==(const RobotsAgent&) const = default;
};

struct RobotsGroup {
  std::vector<RobotsAgent> agents;
  std::vector<RobotsRule> rules;

  bool operator==(const RobotsGroup&) const = default;
};

struct RobotsSitemap {
  std::string url;  // as written, so it may be relative; each only once
  std::size_t line = 0;

  bool operator==(const RobotsSitemap&) const = default;
};

struct RobotsRules {
  std::vector<RobotsGroup> groups;
  std::vector<RobotsSitemap> sitemaps;
  std::size_t lines = 0;   // lines read
  bool truncated = false;  // the file is longer than kRobotsBytesMax

  bool operator==(const RobotsRules&) const = default;
};

// Reads a file's bytes; every input has an answer, a file without sense has no groups.
//
// Tolerated beyond RFC 9309: a byte-order mark and UTF-16 behind one, a line's end as CR, LF or
// both, a space in the colon's place, and the misspelt keys that are common in the wild. A line cut
// by kRobotsBytesMax is dropped, since half a path is another path.
RobotsRules parse_robots(std::string_view body);

// Writes the rules out again as a file that means the same. Line numbers are those of the new file.
std::string print_robots(const RobotsRules& rules);

enum class RobotsReason { NoGroup, NoRule, AllowRule, DisallowRule, RobotsFile, TooCostly };

struct RobotsVerdict {
  bool allowed = true;
  RobotsReason reason = RobotsReason::NoGroup;
  std::size_t line = 0;        // of the deciding rule, counted from 1; 0 when there is none
  std::string text;            // of that line, "" when there is none
  std::string group;           // the agent name whose group applied, "" when none did
  std::size_t group_line = 0;  // of that agent's line

  bool operator==(const RobotsVerdict&) const = default;
};

// Decides whether `product_token` may fetch `path_and_query`.
//
// Requires: `product_token` is what User-agent lines name, not a whole header (see
// product_token()); `path_and_query` is as robots_path() gives it.
// RFC 9309 §2.2.1: all groups naming the token count as one; only without any, those of "*".
// RFC 9309 §2.2.2: the longest matching rule decides, Allow wins a tie, /robots.txt is allowed.
// House rule where spellings differ: a Disallow matches in the literal spelling or in the normal
// one, an Allow in the literal one alone. So an unusual spelling never opens what a rule shuts, and
// what Google's matcher holds shut by the letter stays shut. A file whose rules would cost more
// than kWildcardBytesMax to compare disallows, since the rule not reached could be the one that
// does.
RobotsVerdict verdict(const RobotsRules& rules, std::string_view product_token,
                      std::string_view path_and_query);

// "disallowed by line 4 (Disallow: /private) for *": one sentence for people.
std::string describe(const RobotsVerdict& verdict);

// The longest Crawl-delay that the token's groups ask for. An extension, outside RFC 9309.
std::optional<std::int64_t> crawl_delay_ms(const RobotsRules& rules,
                                           std::string_view product_token);

// The product token at the front of a User-Agent header or User-agent line, "" when there is none.
// RFC 9309 §2.2.1: letters, "_" and "-".
std::string_view product_token(std::string_view user_agent);

}  // namespace dixit::policy
