#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "crawler/politeness_book.h"
#include "model/url.h"
#include "policy/address_guard.h"
#include "policy/fetch_rules.h"

namespace dixit::crawler {

// Where a host's name leads, judged by the address guard.
struct HostAddresses {
  // In the spelling of policy::to_string(), each once; empty when the name was not found or all are
  // refused.
  std::vector<std::string> dialable;
  std::string refused;  // why none may be dialled: "10.0.0.1 is private"; "" when some may
  policy::HostKind kind = policy::HostKind::PublicWeb;  // the most public of the dialable ones
  std::int64_t expire_ms = 0;
  bool pinned = false;  // whether they came from the name service and are to be dialled as they are
};

HostAddresses judge_addresses(const std::vector<std::string>& addresses,
                              const policy::AddressRules& rules);

// A robots.txt that is waiting for this host's turn, because another one's redirected to it.
struct RobotsHop {
  std::string origin;  // whose rules it will be
  model::Url url;
  int redirects = 0;
};

// What the frontier knows of a host that has work.
struct HostSlot {
  std::string host;                        // with ":port" when not the default, as in QueuedUrl
  std::string name;                        // without
  std::optional<HostAddresses> addresses;  // absent until the name was looked up
  std::optional<Lanes> lanes;
  std::deque<RobotsHop> robots_hops;
  std::set<std::string> unsettled;  // URLs handed out and not yet committed
  bool resumed = false;             // a former run may have asked it a moment ago
  bool running = false;
  bool resolving = false;
};

}  // namespace dixit::crawler
