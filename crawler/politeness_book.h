#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/delay.h"
#include "storage/frontier_records.h"

namespace dixit::storage {
class Archive;
}

namespace dixit::crawler {

// The things that a request to a host keeps busy. Names are keys in the archive.
struct Lanes {
  std::string host;                    // "press.example:8080"
  std::vector<std::string> addresses;  // "ip 192.0.2.1": all that may be dialled, sorted
  std::string domain;                  // "domain press.example"

  bool operator==(const Lanes&) const = default;
};

// `addresses` in the spelling of policy::to_string(), each once, so that one machine has one lane.
Lanes lanes_of(std::string_view host, const std::vector<std::string>& addresses,
               std::string_view domain);

// How long a record without users is kept: far longer than a commit takes.
inline constexpr std::int64_t kPolitenessKeptMs = 60'000;

struct PolitenessSettings {
  policy::DelayRules rules;           // for every host but those on loopback
  policy::DelayRules loopback_rules;  // our own machine may be asked as often as its owner likes
  std::int64_t run_started_ms = 0;
  std::uint64_t random_seed = 0;
};

// Remembers when hosts, addresses and registrable domains were last asked, and says when they may
// be asked again. At most one request at a time holds a lane.
//
// What it reads back from the archive counts as asked when the run started: a run that was killed
// may have had a request in flight that it could no longer record, and an interval must hold
// between the end of that one and the first of this run.
//
// Ownership: `archive` outlives it.
class PolitenessBook {
 public:
  PolitenessBook(const storage::Archive& archive, const PolitenessSettings& settings);

  // Counts the users of the lanes' records, so that those without users can be forgotten.
  // What a record says of times that cannot be true yet is mended.
  void acquire(const Lanes& lanes, std::int64_t now_ms);
  // Kept for a while all the same, since what end() changed may still be on its way to the archive.
  void release(const Lanes& lanes, std::int64_t now_ms);

  // The records mended since the last call: to be committed, or the next run would count the
  // longest times anew.
  std::vector<storage::HostRecord> take_mended() { return std::exchange(mended_, {}); }

  // As if the host had been asked when the run started, though there is no record of it.
  void assume_asked(const Lanes& lanes);

  // When a request may start, as far as the present records say; none while a lane is held.
  std::optional<std::int64_t> ready_at_ms(const Lanes& lanes) const;

  // Waits in line for a held lane: end() returns `waiter`.
  void wait_for(const Lanes& lanes, const std::string& waiter);

  void begin(const Lanes& lanes, std::int64_t now_ms);

  // Frees the lanes and returns who waited for them. Of the addresses only the one that was dialled
  // is told how the request went.
  std::vector<std::string> end(const Lanes& lanes, const policy::FetchOutcome& outcome);

  void set_crawl_delay(const Lanes& lanes, std::int64_t crawl_delay_ms);

  // The lanes' present state, to be committed with what was fetched.
  std::vector<storage::HostRecord> records(const Lanes& lanes) const;

  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    policy::HostPoliteness politeness;
    bool held = false;
    int users = 0;
    std::int64_t kept_until_ms = 0;  // once it has no users
    std::vector<std::string> waiters;
  };

  storage::HostRecord record_of(std::string_view key, policy::PolitenessOf of,
                                const policy::HostPoliteness& politeness, const Lanes& lanes) const;
  void forget_released(std::int64_t now_ms);
  void count_as_asked(Entry& entry) const;
  const Entry* find(std::string_view key) const;
  Entry& at(std::string_view key);
  const policy::DelayRules& rules_for(const Lanes& lanes) const;

  const storage::Archive& archive_;
  PolitenessSettings settings_;
  std::minstd_rand random_;
  std::vector<storage::HostRecord> mended_;
  std::map<std::string, Entry, std::less<>> entries_;
  std::deque<std::string> released_;  // in that order; some have users again, or come twice
};

}  // namespace dixit::crawler
