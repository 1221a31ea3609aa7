#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "crawler/host_slot.h"
#include "crawler/name_lookups.h"
#include "crawler/politeness_book.h"
#include "crawler/resolver.h"
#include "crawler/robots_book.h"
#include "crawler/turn_queue.h"
#include "crawler/url_judge.h"
#include "model/url.h"
#include "policy/address_guard.h"
#include "policy/user_agent.h"
#include "storage/frontier_records.h"

namespace dixit::storage {
class Archive;
}

namespace dixit::crawler {

// Names change their addresses; ten minutes is between what sites announce and what resolvers keep.
inline constexpr std::int64_t kAddressLifeMs = 600'000;
// A host's URLs decided on but not yet committed; beyond this it waits for the writer.
inline constexpr std::size_t kUnsettledMax = 256;
// A turn that did not come to the end of its host's queue goes on after this.
inline constexpr std::int64_t kGoOnMs = 10;

// One request to be made now. Its host's lanes are held until finish().
struct FetchTask {
  storage::QueuedUrl url;
  model::Url parsed;
  Lanes lanes;
  // To be dialled; empty: the name was not found; absent: the URL's host is an address itself.
  std::optional<std::vector<std::string>> addresses;
  std::string robots_of;     // the origin whose robots.txt this is; "" for a page
  int robots_redirects = 0;  // hops before this one
};

// A URL settled without a request.
struct Verdict {
  storage::QueuedUrl url;
  storage::UrlState state = storage::UrlState::Disallowed;
  std::string reason;
};

// A redirect of an origin's robots.txt to what may not be asked, so that it cannot be reached.
struct RefusedRobots {
  std::string origin;
  std::string reason;
};

struct Turn {
  std::vector<Verdict> verdicts;
  std::optional<RefusedRobots> refused_robots;  // robots_known() is to hear of it
  std::optional<FetchTask> task;

  bool empty() const { return verdicts.empty() && !refused_robots && !task; }
};

struct FrontierSettings {
  std::string product_token;
  policy::AddressRules addresses;
  policy::ContactProblem contact = policy::ContactProblem::Missing;
};

// How a host came to have work.
enum class HostOrigin {
  Discovered,
  Resumed,  // its URLs were queued by a former run, which may have asked it a moment ago
};

// Decides what may be fetched next. In memory stand only hosts that have work, ordered by when
// their turn comes; their URLs stay in the archive's queue until then.
//
//   turn ──► lanes free and rested? ──► name resolved? ──► robots.txt known? ──► allowed? ──► task
//                 │ later, or              │ ask               │ a task for         │ a verdict
//                 ▼ wait in line           ▼ resolver          ▼ robots.txt         ▼ (settled)
//
// Every URL handed out, as task or verdict, stays in the archive's queue until the commit that
// settles it, so that a kill loses none; until settled() it is not handed out again.
class Frontier {
 public:
  // Ownership: all but the settings outlive it.
  Frontier(const storage::Archive& archive, PolitenessBook& politeness, RobotsBook& robots,
           Resolver& resolver, FrontierSettings settings);

  // The archive's queue has (more) URLs of this host.
  void add_host(const std::string& host, HostOrigin origin = HostOrigin::Discovered);

  // A name that the resolver was asked for.
  void resolved(const Resolution& resolution, std::int64_t now_ms);

  // What to do now: verdicts, a refusal, at most one task, or nothing.
  Turn next(std::int64_t now_ms);

  // The task's request has ended: frees its lanes.
  void finish(const FetchTask& task, const policy::FetchOutcome& outcome);

  // The present politeness of the finished task's lanes, for the archive; after robots_known()
  // where the task was for robots.txt.
  //
  // Requires: next() was not called since finish().
  std::vector<storage::HostRecord> politeness_of(const FetchTask& task) const {
    return politeness_.records(task.lanes);
  }

  // The answer to a robots.txt task was a redirect: the next hop waits for its own host's turn.
  void follow_robots(const FetchTask& task, const model::Url& target);
  // ... or it tells what the origin allows.
  void robots_known(const storage::RobotsRecord& record);

  // Stored politeness that could not be true, as it is now, for the archive.
  std::vector<storage::HostRecord> take_mended() { return politeness_.take_mended(); }

  // The URL's new state is committed.
  void settled(const std::string& host, const std::string& url);

  // The host whose turn comes first, and when; nothing when all wait for something else.
  std::optional<std::pair<std::int64_t, std::string>> next_turn() const { return turns_.first(); }

  std::size_t hosts() const { return slots_.size(); }
  std::size_t resolving() const { return lookups_.asked(); }

 private:
  HostSlot& slot_of(const std::string& host);
  void forget_if_idle(HostSlot& slot, std::int64_t now_ms);
  void put_turn(const HostSlot& slot, std::int64_t at_ms);
  bool has_work(HostSlot& slot) const;
  bool is_ready(HostSlot& slot, std::int64_t now_ms);
  bool ensure_addresses(HostSlot& slot, std::int64_t now_ms);
  void next_in_line(const std::string& domain);
  void set_addresses(HostSlot& slot, HostAddresses addresses, std::int64_t now_ms);
  Turn take_turn(HostSlot& slot, std::int64_t now_ms);
  Turn choose(HostSlot& slot, std::int64_t now_ms);
  void sleep(HostSlot& slot, const std::optional<PassedOver>& passed, std::int64_t now_ms);
  void sleep_until_due(HostSlot& slot, std::int64_t now_ms);
  FetchTask begin(HostSlot& slot, storage::QueuedUrl url, model::Url parsed, std::int64_t now_ms);
  FetchTask begin_robots(HostSlot& slot, RobotsHop hop, std::int64_t now_ms);

  const storage::Archive& archive_;
  PolitenessBook& politeness_;
  RobotsBook& robots_;
  policy::AddressRules address_rules_;
  UrlJudge judge_;
  std::unordered_map<std::string, HostSlot> slots_;
  TurnQueue turns_;
  NameLookups lookups_;
  std::uint64_t requests_begun_ = 0;
};

}  // namespace dixit::crawler
