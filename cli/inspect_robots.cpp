#include <fmt/format.h>

#include <memory>
#include <optional>

#include "cli/inspect_kinds.h"
#include "policy/robots.h"
#include "policy/robots_path.h"
#include "policy/user_agent.h"
#include "report/field_line.h"

namespace dixit::cli {
namespace {

struct RobotsReading {
  std::string agent;
  std::string url;
  policy::RobotsRules rules;
  std::optional<policy::RobotsVerdict> verdict;  // when there is a URL
  std::optional<std::int64_t> crawl_delay_ms;
};

void write(const RobotsReading& reading, report::JsonWriter& json) {
  json.member("agent", reading.agent);
  json.member_or_null("url", reading.url);
  if (reading.verdict) {
    json.member_boolean("allowed", reading.verdict->allowed);
    json.member("reason", policy::describe(*reading.verdict));
    json.member_number("line", reading.verdict->line);
    json.member_or_null("rule", reading.verdict->text);
    json.member_or_null("group", reading.verdict->group);
  }
  if (reading.crawl_delay_ms) {
    json.member_integer("crawl_delay_ms", *reading.crawl_delay_ms);
  } else {
    json.member_null("crawl_delay_ms");
  }
  json.key("sitemaps");
  json.begin_array();
  for (const auto& sitemap : reading.rules.sitemaps) json.string(sitemap.url);
  json.end_array();
  json.member_number("lines", reading.rules.lines);
  json.member_boolean("truncated", reading.rules.truncated);
}

std::string text(const RobotsReading& reading, const report::Style& style) {
  using report::StyledText;
  using report::Tone;
  std::string out;
  if (reading.verdict) {
    out += StyledText()
               .add(reading.verdict->allowed ? Tone::Cue : Tone::Threat,
                    policy::describe(*reading.verdict))
               .block(style, "", 0);
    out += report::field_line(style, "url", StyledText().add(reading.url));
  }
  out += report::field_line(style, "agent", StyledText().add(reading.agent));
  if (reading.crawl_delay_ms) {
    out += report::field_line(style, "delay",
                              StyledText().add(fmt::format(
                                  "{:g} s", static_cast<double>(*reading.crawl_delay_ms) / 1000)));
  }
  for (const auto& group : reading.rules.groups) {
    StyledText agents;
    for (const auto& agent : group.agents) {
      agents.add(agents.empty() ? "" : ", ").add(Tone::Name, agent.name);
      agents.add(Tone::Faint, fmt::format(" (line {})", agent.line));
    }
    out += report::field_line(style, "group", agents);
    for (const auto& rule : group.rules) {
      out += report::field_line(
          style, "",
          StyledText().add(rule.text).add(Tone::Faint, fmt::format(" (line {})", rule.line)));
    }
  }
  for (const auto& sitemap : reading.rules.sitemaps) {
    out += report::field_line(style, "sitemap", StyledText().add(sitemap.url));
  }
  return out;
}

}  // namespace

tl::expected<InspectAnswer, std::string> inspect_robots(const InspectRequest& request,
                                                        const parser::Knowledge&) {
  // A byte more than is read, so that what is left out is noticed.
  const auto body = body_of(request, "robots", policy::kRobotsBytesMax + 1);
  if (!body) return tl::unexpected(body.error());
  auto reading = std::make_shared<RobotsReading>();
  reading->rules = policy::parse_robots(*body);
  reading->agent =
      request.has("agent") ? request.first_of({"agent"}) : std::string(policy::kProductToken);
  reading->crawl_delay_ms = policy::crawl_delay_ms(reading->rules, reading->agent);
  if (request.has("url")) {
    reading->url = request.first_of({"url"});
    reading->verdict =
        policy::verdict(reading->rules, reading->agent, policy::robots_path(reading->url));
  }
  return InspectAnswer{[reading](report::JsonWriter& json) { write(*reading, json); },
                       [reading](const report::Style& style) { return text(*reading, style); }};
}

}  // namespace dixit::cli
