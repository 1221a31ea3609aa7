// Any bytes are a robots.txt: verdicts are repeatable, name lines that exist, and survive printing
// and reading the rules again.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "policy/robots.h"
#include "policy/robots_path.h"
#include "tests/fuzz/require.h"

namespace {

using dixit::fuzz::require;
using dixit::policy::RobotsReason;
using dixit::policy::RobotsRules;
using dixit::policy::RobotsVerdict;

// Escapes make a path longer, so a line or file near a limit may be cut when it is read again.
bool is_within_limits(std::string_view printed) {
  if (printed.size() > dixit::policy::kRobotsBytesMax) return false;
  while (!printed.empty()) {
    const std::size_t end = std::min(printed.find('\n'), printed.size());
    if (end > dixit::policy::kRobotsLineBytesMax) return false;
    printed.remove_prefix(std::min(end + 1, printed.size()));
  }
  return true;
}

void check_lines(const RobotsRules& rules) {
  std::size_t last = 0;
  for (const auto& group : rules.groups) {
    require(!group.agents.empty());
    for (const auto& agent : group.agents) {
      require(agent.line > last && agent.line <= rules.lines);
      last = agent.line;
    }
    for (const auto& rule : group.rules) {
      require(rule.line > last && rule.line <= rules.lines && !rule.text.empty());
      last = rule.line;
    }
  }
}

void check_verdict(const RobotsRules& rules, const RobotsRules& reread, std::string_view token,
                   std::string_view path) {
  const RobotsVerdict answer = verdict(rules, token, path);
  require(answer == verdict(rules, token, path));
  require(answer.line <= rules.lines && answer.group_line <= rules.lines);
  const bool has_line =
      answer.reason == RobotsReason::AllowRule || answer.reason == RobotsReason::DisallowRule;
  require(has_line == (answer.line > 0) && (answer.allowed || answer.line > 0));
  const RobotsVerdict again = verdict(reread, token, path);
  require(answer.allowed == again.allowed && answer.reason == again.reason);
  require(crawl_delay_ms(rules, token) == crawl_delay_ms(reread, token));
}

}  // namespace

// The input is a path, a line end, and the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(data, data + size);
  const std::size_t split = std::min(input.find('\n'), input.size());
  const std::string path = dixit::policy::robots_path(input.substr(0, split));
  const std::string body = input.substr(std::min(split + 1, input.size()));

  require(path.starts_with('/'));
  require(dixit::policy::literal_url_path(path) ==
          dixit::policy::literal_url_path(dixit::policy::literal_url_path(path)));

  const RobotsRules rules = dixit::policy::parse_robots(body);
  require(rules == dixit::policy::parse_robots(body));
  check_lines(rules);
  const std::string printed = print_robots(rules);
  if (!is_within_limits(printed)) return 0;
  const RobotsRules reread = dixit::policy::parse_robots(printed);
  for (const std::string_view token : {"Dixit", "a", ""}) check_verdict(rules, reread, token, path);
  return 0;
}
