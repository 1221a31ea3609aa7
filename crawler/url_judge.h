#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "crawler/host_slot.h"
#include "crawler/robots_book.h"
#include "model/url.h"
#include "policy/user_agent.h"

namespace dixit::crawler {

// What is to be done with one queued URL, and what is needed to do it.
struct Judgement {
  enum class What { Refuse, Disallow, AwaitRobots, Closed, FetchRobots, Fetch };
  What what = What::Refuse;
  model::Url url;             // for FetchRobots and Fetch
  std::string reason;         // for Refuse and Disallow
  std::int64_t opens_ms = 0;  // for Closed: when its origin may be asked again
};

// Whether a URL may be asked for now, by its host's addresses, policy and its origin's robots.txt.
//
// Ownership: the book outlives it.
class UrlJudge {
 public:
  UrlJudge(RobotsBook& robots, std::string product_token, policy::ContactProblem contact)
      : robots_(robots), product_token_(std::move(product_token)), contact_(contact) {}

  // A host whose URL must await robots.txt is among those of take_awaiting().
  //
  // Requires: the host's addresses are known.
  Judgement judge(const HostSlot& slot, const std::string& href, std::int64_t now_ms);

  // Why the URL may not be asked for, whatever robots.txt says.
  //
  // Requires: the host's addresses are known.
  std::optional<std::string> refusal(const HostSlot& slot, const model::Url& url) const;

  // The origin's robots.txt redirects and is yet to come: `host`, which asked for it, waits.
  void await_robots(const std::string& origin, const std::string& host);
  // The origin's robots.txt is known: the hosts that waited for it.
  std::set<std::string> take_awaiting(const std::string& origin);

 private:
  RobotsBook& robots_;
  std::string product_token_;
  policy::ContactProblem contact_;
  std::unordered_map<std::string, std::set<std::string>> awaiting_;  // origin → hosts
};

}  // namespace dixit::crawler
