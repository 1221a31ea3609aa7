#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "crawler/politeness_book.h"
#include "crawler/turn_queue.h"
#include "model/url.h"
#include "policy/address_guard.h"
#include "policy/fetch_rules.h"
#include "storage/frontier_records.h"

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

// The URLs of a host that its turn passes over, since they may not be asked yet.
struct PassedOver {
  static constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

  std::optional<storage::QueuePlace> up_to;  // what stands no further in the queue
  std::int64_t opens_ms = kNever;            // when the first of them may be asked
  bool await_robots = false;                 // whether some wait for a robots.txt
  std::int64_t look_again_ms = kNever;       // when all of this is forgotten
};

// What the frontier knows of a host that has work.
struct HostSlot {
  std::string host;    // with ":port" when not the default, as in QueuedUrl
  std::string name;    // without
  std::string domain;  // its registrable domain, else the name
  TurnRank rank;
  PassedOver passed;
  std::optional<HostAddresses> addresses;  // absent until the name was looked up
  std::optional<Lanes> lanes;
  std::deque<RobotsHop> robots_hops;
  std::set<std::string> unsettled;  // URLs handed out and not yet committed
  bool queue_seen = false;          // its queue holds a URL that was not handed out
  bool resumed = false;             // a former run may have asked it a moment ago
  bool running = false;
  bool resolving = false;
};

HostSlot slot_for(const std::string& host);

// The lanes of its requests. Without an address the name stands for it, or all unknown names would
// share one lane.
Lanes lanes_for(const HostSlot& slot, const HostAddresses& addresses);

}  // namespace dixit::crawler
