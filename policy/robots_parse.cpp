#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "policy/ascii.h"
#include "policy/robots.h"
#include "policy/robots_lines.h"
#include "policy/robots_path.h"

namespace dixit::policy {
namespace {

// Reads "2", "0.5" or "10 seconds" as milliseconds.
std::optional<std::int64_t> read_crawl_delay_ms(std::string_view value) {
  std::size_t at = 0;
  double seconds = 0;
  double unit = 1;
  std::size_t digits = 0;
  for (bool fraction = false; at < value.size(); ++at) {
    if (value[at] == '.' && !fraction) {
      fraction = true;
    } else if (is_digit(value[at])) {
      ++digits;
      if (fraction) unit /= 10;
      seconds = fraction ? seconds + unit * (value[at] - '0') : seconds * 10 + (value[at] - '0');
    } else {
      break;
    }
  }
  if (digits == 0) return std::nullopt;
  const double longest = static_cast<double>(kCrawlDelayMsMax);
  return static_cast<std::int64_t>(std::lround(std::min(seconds * 1000, longest)));
}

std::string agent_name(std::string_view value) {
  // "* # everyone" loses its comment earlier; "* everyone" is taken as "*", "*bot" as no name.
  if (value.starts_with('*')) return value.size() == 1 || is_space(value[1]) ? "*" : "";
  return std::string(product_token(value));
}

// Puts records together to groups.
class GroupBuilder {
 public:
  void add(const RobotsRecord& record, std::size_t line) {
    switch (record.key) {
      case RobotsKey::UserAgent:
        return add_agent(record, line);
      case RobotsKey::Allow:
        return add_rule(RobotsRuleKind::Allow, record, line);
      case RobotsKey::Disallow:
        return add_rule(RobotsRuleKind::Disallow, record, line);
      case RobotsKey::CrawlDelay:
        return add_crawl_delay(record);
      case RobotsKey::Sitemap:
        return add_sitemap(record, line);
      case RobotsKey::Other:
        return;
    }
  }

  RobotsRules finish() { return std::move(rules_); }

 private:
  // RFC 9309 §2.2.4: only Allow and Disallow lines end a run of User-agent lines. A Sitemap or a
  // Crawl-delay between two of them leaves both in one group.
  void add_agent(const RobotsRecord& record, std::size_t line) {
    if (rules_.groups.empty() || !rules_.groups.back().rules.empty()) {
      rules_.groups.emplace_back();
      delayed_from_ = 0;
    } else if (delay_seen_) {
      delayed_from_ = rules_.groups.back().agents.size();
    }
    delay_seen_ = false;
    rules_.groups.back().agents.push_back({agent_name(record.value), line, std::nullopt});
  }

  // RFC 9309 §2.2.2: rules before the first User-agent line belong to nobody.
  void add_rule(RobotsRuleKind kind, const RobotsRecord& record, std::size_t line) {
    if (rules_.groups.empty()) return;
    std::string pattern = literal_rule_path(record.value);
    std::string normal = normal_rule_path(record.value);
    if (normal == pattern) normal.clear();
    rules_.groups.back().rules.push_back(
        {kind, std::move(pattern), std::move(normal), line, std::string(record.text)});
  }

  // House rule: a Crawl-delay is for the User-agent lines above it up to the delay before, because
  // files that give each crawler nothing but a delay mean it so. Of two delays the longer counts.
  void add_crawl_delay(const RobotsRecord& record) {
    const std::optional<std::int64_t> delay_ms = read_crawl_delay_ms(record.value);
    if (rules_.groups.empty() || !delay_ms) return;
    delay_seen_ = true;
    auto& agents = rules_.groups.back().agents;
    for (std::size_t i = delayed_from_; i < agents.size(); ++i) {
      agents[i].crawl_delay_ms = std::max(agents[i].crawl_delay_ms.value_or(0), *delay_ms);
    }
  }

  void add_sitemap(const RobotsRecord& record, std::size_t line) {
    if (record.value.empty() || rules_.sitemaps.size() >= kRobotsSitemapsMax) return;
    if (!sitemaps_seen_.emplace(record.value).second) return;
    rules_.sitemaps.push_back({std::string(record.value), line});
  }

  RobotsRules rules_;
  std::set<std::string, std::less<>> sitemaps_seen_;
  std::size_t delayed_from_ = 0;  // first agent of the last group whom a Crawl-delay would concern
  bool delay_seen_ = false;       // since the last User-agent line
};

// The part of `body` that is read: whole lines within the limit.
std::string_view readable_part(std::string_view body) {
  if (body.size() <= kRobotsBytesMax) return body;
  const bool whole_line = body[kRobotsBytesMax] == '\n' || body[kRobotsBytesMax] == '\r';
  body = body.substr(0, kRobotsBytesMax);
  if (whole_line) return body;
  const std::size_t last_end = body.find_last_of("\r\n");
  return body.substr(0, last_end == std::string_view::npos ? 0 : last_end + 1);
}

void print_agents(std::string& out, const RobotsGroup& group) {
  for (std::size_t i = 0; i < group.agents.size(); ++i) {
    const RobotsAgent& agent = group.agents[i];
    out += "User-agent: " + agent.name + "\n";
    const bool last_of_run =
        i + 1 == group.agents.size() || group.agents[i + 1].crawl_delay_ms != agent.crawl_delay_ms;
    if (!last_of_run || !agent.crawl_delay_ms) continue;
    std::string thousandths = std::to_string(*agent.crawl_delay_ms % 1000);
    thousandths.insert(0, 3 - thousandths.size(), '0');
    out +=
        "Crawl-delay: " + std::to_string(*agent.crawl_delay_ms / 1000) + "." + thousandths + "\n";
  }
}

}  // namespace

RobotsRules parse_robots(std::string_view body) {
  const std::string text = robots_text(readable_part(body));
  RobotsLineReader reader(text);
  GroupBuilder builder;
  while (const auto line = reader.next()) {
    if (const auto record = read_robots_record(*line)) builder.add(*record, reader.number());
  }
  RobotsRules rules = builder.finish();
  rules.lines = reader.number();
  rules.truncated = body.size() > kRobotsBytesMax;
  return rules;
}

std::string print_robots(const RobotsRules& rules) {
  std::string out;
  for (const RobotsGroup& group : rules.groups) {
    print_agents(out, group);
    for (const RobotsRule& rule : group.rules) {
      out += rule.kind == RobotsRuleKind::Allow ? "Allow: " : "Disallow: ";
      out += rule.pattern + "\n";
    }
    out += "\n";
  }
  for (const RobotsSitemap& sitemap : rules.sitemaps) out += "Sitemap: " + sitemap.url + "\n";
  return out;
}

std::string_view product_token(std::string_view user_agent) {
  const auto end = std::find_if(user_agent.begin(), user_agent.end(),
                                [](char c) { return !is_alpha(c) && c != '-' && c != '_'; });
  return user_agent.substr(0, static_cast<std::size_t>(end - user_agent.begin()));
}

}  // namespace dixit::policy
