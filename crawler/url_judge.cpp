#include "crawler/url_judge.h"

#include <cassert>
#include <utility>

#include "parser/url/url.h"
#include "policy/fetch_rules.h"
#include "policy/robots_path.h"

namespace dixit::crawler {
namespace {

policy::RobotsVerdict ask_robots(const OriginRobots& robots, const std::string& product_token,
                                 const model::Url& url) {
  if (robots.access != policy::RobotsAccess::UseBody) return {};
  return policy::verdict(robots.rules, product_token, policy::robots_path(url.href));
}

}  // namespace

Judgement UrlJudge::judge(const HostSlot& slot, const std::string& href, std::int64_t now_ms) {
  using What = Judgement::What;
  auto parsed = parser::parse_url(href);
  if (!parsed) return {What::Refuse, {}, std::string(parser::describe(parsed.error())), 0};
  if (const auto reason = refusal(slot, *parsed)) return {What::Refuse, {}, *reason, 0};
  const std::string origin = parser::origin_of(*parsed);
  if (const auto awaited = awaiting_.find(origin); awaited != awaiting_.end()) {
    awaited->second.insert(slot.host);
    return {What::AwaitRobots, {}, "", 0};
  }
  const OriginRobots* robots = robots_.find(origin, now_ms);
  if (!robots) return {What::FetchRobots, *std::move(parsed), "", 0};
  if (robots->access == policy::RobotsAccess::DisallowAll)
    return {What::Closed, {}, "", robots->expires_ms};
  const policy::RobotsVerdict verdict = ask_robots(*robots, product_token_, *parsed);
  if (!verdict.allowed) return {What::Disallow, {}, policy::describe(verdict), 0};
  return {What::Fetch, *std::move(parsed), "", 0};
}

std::optional<std::string> UrlJudge::refusal(const HostSlot& slot, const model::Url& url) const {
  assert(slot.addresses);
  if (!slot.addresses->refused.empty()) return slot.addresses->refused;
  policy::FetchFacts facts;
  facts.scheme = url.scheme;
  facts.has_credentials = !url.username.empty() || !url.password.empty();
  facts.port = url.port;
  facts.host = slot.addresses->kind;
  facts.robots = policy::RobotsStanding::IsRobotsFile;  // the rules themselves are asked later
  facts.contact = contact_;
  const policy::FetchReason reason = policy::may_fetch(facts, {});
  if (reason == policy::FetchReason::Allowed) return std::nullopt;
  return std::string(policy::name_of(reason));
}

void UrlJudge::await_robots(const std::string& origin, const std::string& host) {
  awaiting_[origin].insert(host);
}

std::set<std::string> UrlJudge::take_awaiting(const std::string& origin) {
  const auto awaiting = awaiting_.extract(origin);
  return awaiting.empty() ? std::set<std::string>() : std::move(awaiting.mapped());
}

}  // namespace dixit::crawler
