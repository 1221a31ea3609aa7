#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tl/expected.hpp>
#include <unordered_map>
#include <vector>

#include "crawler/crawl.h"
#include "crawler/crawl_world.h"
#include "crawler/fetched_page.h"
#include "crawler/fetcher.h"
#include "crawler/frontier.h"
#include "crawler/pipeline.h"

namespace dixit::crawler {

class CrawlScope;

// Requests in flight at once, each to another host.
inline constexpr std::size_t kInFlightMax = 128;
// When asked to stop: how long what is in flight may take to finish.
inline constexpr std::int64_t kStopGraceMs = 5'000;
// Redirect targets whose number of hops is remembered; beyond it the count starts anew, and the
// archive's knowledge of visited URLs still ends every loop.
inline constexpr std::size_t kRedirectsTrackedMax = 100'000;

// The loop of a crawl, on one thread: asks the frontier for turns, starts requests, hands answers
// to the pipeline and tells the frontier what was committed.
//
// Ownership: everything given outlives it.
class CrawlEngine {
 public:
  CrawlEngine(const CrawlOptions& options, const CrawlWorld& world, Frontier& frontier,
              Pipeline& pipeline, const ReadingRoom& room, CrawlObserver& observer,
              const StopToken& stop);

  // `queued`: URLs that wait in the archive at the start.
  [[nodiscard]] tl::expected<CrawlSummary, CrawlError> run(std::uint64_t queued);

 private:
  struct InFlight {
    FetchTask task;
    std::optional<storage::UrlRecord> known;
    std::int64_t started_ms = 0;
  };

  std::optional<CrawlEnd> end_reached(std::int64_t now_ms);
  bool may_start() const;
  void start_turns();
  void start(FetchTask task);
  void wait_for_something();
  void take_answer(FetchResult result);
  void take_robots_answer(FetchedPage page);
  void take_refused_robots(const RefusedRobots& refused, std::int64_t now_ms);
  void take_settled(const std::vector<SettledPage>& pages);
  void count(const SettledPage& page);
  void remember_redirect(const SettledPage& page);
  void tick();
  void drain();
  void note_closed(const std::string& origin, const std::string& reason);
  Progress progress_now();
  CrawlSummary summarise(CrawlEnd end);

  const CrawlOptions& options_;
  CrawlWorld world_;
  Frontier& frontier_;
  Pipeline& pipeline_;
  const ReadingRoom& room_;
  CrawlObserver& observer_;
  const StopToken& stop_;

  std::unordered_map<std::uint64_t, InFlight> in_flight_;
  std::uint64_t last_id_ = 0;
  std::set<std::string> pages_underway_;  // page requests not yet settled
  std::map<std::string, int> redirects_;  // hops that led to a URL
  std::vector<std::string> unreachable_;
  Progress progress_;
  std::int64_t started_ms_ = 0;
  std::int64_t last_tick_ms_ = 0;
};

}  // namespace dixit::crawler
