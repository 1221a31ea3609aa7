#include "policy/fetch_rules.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dixit::policy {
namespace {

bool is_http(std::string_view scheme) { return scheme == "http" || scheme == "https"; }

FetchReason judge_robots(const FetchFacts& facts, const FetchRules& rules) {
  if (rules.ignore_robots_on_loopback && facts.host == HostKind::Loopback) {
    return FetchReason::Allowed;
  }
  switch (facts.robots) {
    case RobotsStanding::Allowed:
    case RobotsStanding::IsRobotsFile:
      return FetchReason::Allowed;
    case RobotsStanding::Disallowed:
      return FetchReason::RobotsDisallow;
    case RobotsStanding::NotRead:
      break;
  }
  return FetchReason::RobotsNotRead;
}

}  // namespace

FetchReason may_fetch(const FetchFacts& facts, const FetchRules& rules) {
  if (!is_http(facts.scheme)) return FetchReason::NotHttp;
  if (facts.has_credentials) return FetchReason::HasCredentials;
  if (facts.port && is_blocked_port(*facts.port)) return FetchReason::PortBlocked;
  if (facts.host == HostKind::PublicWeb && facts.contact != ContactProblem::None) {
    return FetchReason::NoContact;
  }
  return judge_robots(facts, rules);
}

bool is_blocked_port(std::uint16_t port) {
  constexpr auto kBlocked = std::to_array<std::uint16_t>(
      {0,    1,    7,    9,    11,   13,   15,   17,   19,   20,   21,   22,   23,   25,
       37,   42,   43,   53,   69,   77,   79,   87,   95,   101,  102,  103,  104,  109,
       110,  111,  113,  115,  117,  119,  123,  135,  137,  139,  143,  161,  179,  389,
       427,  465,  512,  513,  514,  515,  526,  530,  531,  532,  540,  548,  554,  556,
       563,  587,  601,  636,  989,  990,  993,  995,  1719, 1720, 1723, 2049, 3659, 4045,
       4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080});
  return std::binary_search(kBlocked.begin(), kBlocked.end(), port);
}

bool is_success(int status) { return status >= 200 && status < 300; }

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

RedirectDecision decide_redirect(const RedirectFacts& facts) {
  if (facts.to_scheme.empty()) return {RedirectReason::NoTarget};
  if (!is_http(facts.to_scheme)) return {RedirectReason::NotHttp};
  if (facts.hops >= kRedirectsMax) return {RedirectReason::TooManyHops};
  if (facts.to_visited) return {RedirectReason::Loop};
  return {RedirectReason::Follow, facts.from_scheme == "https" && facts.to_scheme == "http"};
}

std::string_view name_of(FetchReason reason) {
  constexpr std::array<std::string_view, 7> kNames = {
      "allowed",    "not_http",        "has_credentials", "port_blocked",
      "no_contact", "robots_not_read", "robots_disallow"};
  return kNames[static_cast<std::size_t>(reason)];
}

std::string_view name_of(RedirectReason reason) {
  constexpr std::array<std::string_view, 5> kNames = {"follow", "no_target", "not_http",
                                                      "too_many_hops", "loop"};
  return kNames[static_cast<std::size_t>(reason)];
}

}  // namespace dixit::policy
