#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "policy/user_agent.h"

// Whether a URL may be fetched at all, and whether a redirect may be followed.
//
// The address guard is asked apart, when the connection's address is known (address_guard.h), and
// the delay before each request (delay.h).
namespace dixit::policy {

// As many as browsers' users ever need; RFC 9110 §15.4 only asks that loops end.
inline constexpr int kRedirectsMax = 10;

// Where a host name or address stands by what the caller knows of it before resolution, the most
// public first.
enum class HostKind { PublicWeb, PrivateNetwork, Loopback };

// What robots.txt has said of this URL.
enum class RobotsStanding { NotRead, Allowed, Disallowed, IsRobotsFile };

struct FetchFacts {
  std::string_view scheme;  // lower case
  bool has_credentials = false;
  std::optional<std::uint16_t> port;  // nothing: the scheme's default
  HostKind host = HostKind::PublicWeb;
  RobotsStanding robots = RobotsStanding::NotRead;
  ContactProblem contact = ContactProblem::Missing;
};

struct FetchRules {
  // For one's own test servers. Nothing lets robots.txt be ignored anywhere else.
  bool ignore_robots_on_loopback = false;
};

enum class FetchReason {
  Allowed,
  NotHttp,
  HasCredentials,
  PortBlocked,
  NoContact,      // the public web needs one
  RobotsNotRead,  // fetch robots.txt first
  RobotsDisallow,
};

// Policy has no exceptions by site: every request of a crawl passes here, each redirect's hop anew.
FetchReason may_fetch(const FetchFacts& facts, const FetchRules& rules);

// Ports of other services, whose servers might take an HTTP request for a command. The list of the
// Fetch standard (https://fetch.spec.whatwg.org/#port-blocking).
bool is_blocked_port(std::uint16_t port);

struct RedirectFacts {
  std::string_view from_scheme;
  std::string_view to_scheme;  // "" when Location is missing or is no URL
  int hops = 0;                // followed before this one
  bool to_visited = false;     // the target was already fetched in this chain
};

enum class RedirectReason { Follow, NoTarget, NotHttp, TooManyHops, Loop };

struct RedirectDecision {
  RedirectReason reason = RedirectReason::Follow;
  // From https to http: followed, since the target is archived under its own address, but noted,
  // because from there on somebody on the way could have changed the words.
  bool downgraded = false;

  bool operator==(const RedirectDecision&) const = default;
};

// Whether a status is a redirect that names another address (RFC 9110 §15.4; not 300, 304, 305).
bool is_redirect(int status);
// 2xx: the answer is what was asked for (RFC 9110 §15.3).
bool is_success(int status);

// The target still has to pass may_fetch(), scope and the address guard like any other URL.
RedirectDecision decide_redirect(const RedirectFacts& facts);

std::string_view name_of(FetchReason reason);
std::string_view name_of(RedirectReason reason);

}  // namespace dixit::policy
