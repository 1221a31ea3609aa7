#include <algorithm>

#include "policy/ascii.h"
#include "policy/path_pattern.h"
#include "policy/robots.h"
#include "policy/robots_path.h"

namespace dixit::policy {
namespace {

constexpr std::string_view kEveryone = "*";

// The agent line by which a group concerns `name`.
const RobotsAgent* agent_named(const RobotsGroup& group, std::string_view name) {
  const auto found =
      std::find_if(group.agents.begin(), group.agents.end(), [name](const RobotsAgent& agent) {
        return !agent.name.empty() && equal_ignoring_case(agent.name, name);
      });
  return found == group.agents.end() ? nullptr : &*found;
}

// The name whose groups apply: the token's own if any group has it, else "*". Nothing if neither.
std::string_view applying_name(const RobotsRules& rules, std::string_view product_token) {
  for (const std::string_view name : {product_token, kEveryone}) {
    for (const RobotsGroup& group : rules.groups) {
      if (agent_named(group, name) != nullptr) return name;
    }
  }
  return {};
}

struct Spellings {
  std::string literal;
  std::string normal;
  bool are_same = false;
};

// House rule from Google's matcher: "Allow: /news/index.html" also opens "/news/" itself.
std::size_t directory_match_length(std::string_view pattern, std::string_view path) {
  const std::size_t slash = pattern.rfind('/');
  if (slash == std::string_view::npos) return 0;
  if (!pattern.substr(slash).starts_with("/index.htm")) return 0;
  const std::string directory = std::string(pattern.substr(0, slash + 1)) + "$";
  return pattern_matches(directory, path) ? directory.size() : 0;
}

// RFC 9309 §2.2.2 measures a match by the octets of the rule's path; 0 is no match. Which spelling
// is compared for which kind of rule is told at verdict() in robots.h.
std::size_t match_length(const RobotsRule& rule, const Spellings& path) {
  if (rule.pattern.empty()) return 0;
  if (pattern_matches(rule.pattern, path.literal)) return rule.pattern.size();
  if (rule.kind == RobotsRuleKind::Allow) return directory_match_length(rule.pattern, path.literal);
  const std::string& normal = rule.normal.empty() ? rule.pattern : rule.normal;
  if (rule.normal.empty() && path.are_same) return 0;
  return pattern_matches(normal, path.normal) ? normal.size() : 0;
}

// What comparing the rule may cost: see kWildcardBytesMax.
std::size_t wildcard_bytes(const RobotsRule& rule, const Spellings& path) {
  return rule.pattern.find('*') == std::string::npos ? 0 : path.normal.size();
}

struct Decision {
  bool too_costly = false;
  const RobotsRule* rule = nullptr;
  const RobotsAgent* agent = nullptr;
  std::size_t length = 0;
};

bool outweighs(const RobotsRule& rule, std::size_t length, const Decision& best) {
  if (length == 0 || length < best.length) return false;
  if (length > best.length) return true;
  return rule.kind == RobotsRuleKind::Allow && best.rule->kind == RobotsRuleKind::Disallow;
}

Decision deciding_rule(const RobotsRules& rules, std::string_view name, const Spellings& path) {
  Decision best;
  std::size_t looked_at = 0;
  for (const RobotsGroup& group : rules.groups) {
    const RobotsAgent* agent = agent_named(group, name);
    if (agent == nullptr) continue;
    if (best.agent == nullptr) best.agent = agent;
    for (const RobotsRule& rule : group.rules) {
      looked_at += wildcard_bytes(rule, path);
      if (looked_at > kWildcardBytesMax) return {.too_costly = true, .agent = agent};
      const std::size_t length = match_length(rule, path);
      if (outweighs(rule, length, best)) {
        best = {.rule = &rule, .agent = agent, .length = length};
      }
    }
  }
  return best;
}

}  // namespace

RobotsVerdict verdict(const RobotsRules& rules, std::string_view product_token,
                      std::string_view path_and_query) {
  RobotsVerdict answer;
  if (path_and_query == "/robots.txt") {
    answer.reason = RobotsReason::RobotsFile;
    return answer;
  }
  const std::string_view name = applying_name(rules, product_token);
  if (name.empty()) return answer;

  Spellings path{literal_url_path(path_and_query), normal_url_path(path_and_query)};
  path.are_same = path.literal == path.normal;
  const Decision best = deciding_rule(rules, name, path);
  answer.group = best.agent->name;
  answer.group_line = best.agent->line;
  if (best.too_costly) {
    answer.allowed = false;
    answer.reason = RobotsReason::TooCostly;
    return answer;
  }
  answer.reason = RobotsReason::NoRule;
  if (best.rule == nullptr) return answer;
  answer.allowed = best.rule->kind == RobotsRuleKind::Allow;
  answer.reason = answer.allowed ? RobotsReason::AllowRule : RobotsReason::DisallowRule;
  answer.line = best.rule->line;
  answer.text = best.rule->text;
  return answer;
}

std::string describe(const RobotsVerdict& verdict) {
  switch (verdict.reason) {
    case RobotsReason::NoGroup:
      return "allowed: no group is for this crawler";
    case RobotsReason::NoRule:
      return "allowed: no rule for " + verdict.group + " matches";
    case RobotsReason::RobotsFile:
      return "allowed: robots.txt itself always is";
    case RobotsReason::TooCostly:
      return "disallowed: too many wildcards for " + verdict.group + " to compare";
    case RobotsReason::AllowRule:
    case RobotsReason::DisallowRule:
      break;
  }
  return std::string(verdict.allowed ? "allowed" : "disallowed") + " by line " +
         std::to_string(verdict.line) + " (" + verdict.text + ") for " + verdict.group;
}

std::optional<std::int64_t> crawl_delay_ms(const RobotsRules& rules,
                                           std::string_view product_token) {
  const std::string_view name = applying_name(rules, product_token);
  std::optional<std::int64_t> longest;
  for (const RobotsGroup& group : rules.groups) {
    for (const RobotsAgent& agent : group.agents) {
      if (!agent.crawl_delay_ms || !equal_ignoring_case(agent.name, name)) continue;
      longest = std::max(longest.value_or(0), *agent.crawl_delay_ms);
    }
  }
  return longest;
}

}  // namespace dixit::policy
