#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Politeness as arithmetic: when a host may be asked again.
//
// One record is kept for each host, each resolved address and each registrable domain, and a
// request waits for the latest of all that it may touch, so that a hundred names on one machine are
// one machine. Times are Unix milliseconds of the wall clock, so that a record survives a restart;
// all functions are pure, and the random number for the jitter is an argument.
namespace dixit::policy {

inline constexpr std::int64_t kBackOffFirstMs = 60'000;
inline constexpr std::int64_t kBackOffMaxMs = 86'400'000;
// Up to a quarter is added to a back-off, so that hosts that failed together do not return
// together.
inline constexpr double kBackOffJitter = 0.25;
// The weight of the newest measurement in the average of latencies: about the last ten count.
inline constexpr double kLatencyWeight = 0.2;
// Clocks cut fractions off, so that a request may have ended this much after its time.
inline constexpr std::int64_t kEndRoundingMs = 1;
// One measurement counts for ten minutes at most; what takes longer was a broken connection.
inline constexpr std::int64_t kLatencyMsMax = 600'000;
inline constexpr std::int64_t kDayMs = 86'400'000;

struct DelayRules {
  std::int64_t floor_ms = 5'000;  // never less than this between two requests
  double latency_factor = 5.0;    // a server is busy with us at most 1/(1 + this) of the time
  std::int64_t latency_delay_ms_max = 300'000;  // a slow server is still asked every five minutes
  std::int64_t domain_fetches_a_day_max = 20'000;  // of one registrable domain; 0 is no quota
};

// What is remembered of a host, an address or a registrable domain. A value that is all zeros is
// one never asked, and may be asked at once.
struct HostPoliteness {
  std::int64_t busy_until_ms = 0;         // end of the last request, or its start while it runs
  double latency_ms = 0;                  // moving average
  std::int64_t crawl_delay_ms = 0;        // from robots.txt; set by the caller, for hosts
  std::int64_t retry_after_until_ms = 0;  // as the host asked
  std::int64_t back_off_ms = 0;           // length of the last back-off, 0 when all is well
  std::int64_t back_off_until_ms = 0;
  std::int64_t day = 0;  // days since 1970 (UTC) of the last request
  std::int64_t fetches_that_day = 0;

  bool operator==(const HostPoliteness&) const = default;
};

// What one record is kept for. Crawl-delay is about the host alone, the daily quota about the
// domain. An answer that tells of overload backs all three off, of the addresses the one that gave
// it: the same machine would give the next. No answer at all backs off the host alone, since a dead
// name or a wrong certificate says nothing of its neighbours. Retry-After binds the host and its
// domain, which are one party's, and not the address: one tenant must not close all others there
// for a week.
enum class PolitenessOf { Host, Address, Domain };

// How a request ended.
struct FetchOutcome {
  std::int64_t started_ms = 0;
  std::int64_t ended_ms = 0;
  std::optional<int> status;                         // nothing when no response came
  std::optional<std::int64_t> retry_after_until_ms;  // see retry_after.h
  // Where it was sent, in the spelling of to_string(); "" when no address was reached.
  std::string dialled_address = {};
};

// Steps a record when a request begins. To be stored before the request is sent: then a kill in the
// middle of it shortens no interval and loses no count.
HostPoliteness after_start(HostPoliteness record, std::int64_t now_ms);

// Steps a record when a request has ended. `random` lies in [0, 1].
//
// What is overloaded or unreachable (429, 502, 503, 504, or no response) is backed off from, twice
// as long each time, whatever the URL was; a good answer (2xx, 3xx) halves it for the next time.
// Only a page (2xx) can lower the average latency: an error that comes fast says nothing of how
// fast pages may be asked for.
HostPoliteness after_end(HostPoliteness record, PolitenessOf of, const FetchOutcome& outcome,
                         double random);

// The same for an address that might have been dialled and was not. Whoever names things may list
// machines of others, so that the answer says nothing of it; an interval begins all the same.
HostPoliteness after_end_elsewhere(HostPoliteness record, const FetchOutcome& outcome);

// What of a stored record can be true at `now_ms`. Times further ahead than they are ever set, from
// a clock that once ran ahead, become the latest that they could be.
HostPoliteness as_of(HostPoliteness record, std::int64_t now_ms);

// When the thing that `record` is about may be asked again; 0 for "at any time".
std::int64_t ready_at_ms(const HostPoliteness& record, PolitenessOf of, const DelayRules& rules);

// When a URL may be fetched: the latest of its host's, addresses' and domain's times.
struct PolitenessRecords {
  HostPoliteness host;
  std::vector<HostPoliteness> addresses;  // all that may be dialled
  HostPoliteness domain;
};
std::int64_t next_allowed_ms(const PolitenessRecords& records, const DelayRules& rules);

// Whether this response is a sign that the host has had too much.
bool is_overloaded(std::optional<int> status);

}  // namespace dixit::policy
