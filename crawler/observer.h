#pragma once

#include <cstdint>
#include <string>

#include "storage/frontier_records.h"

namespace dixit::crawler {

// Running totals of one crawl or ingest. Counted when committed, so that they never promise more
// than the archive holds.
struct Progress {
  std::uint64_t fetched = 0;       // pages, feeds and sitemaps answered; without robots.txt
  std::uint64_t not_modified = 0;  // of those, answered 304 or with bytes already archived
  std::uint64_t redirected = 0;
  std::uint64_t disallowed = 0;  // by robots.txt; never fetched
  std::uint64_t refused = 0;     // by our own policy: scope, address, depth, kind of file
  std::uint64_t failed = 0;      // given up, or gone (404, 410)
  std::uint64_t retried = 0;     // put back for a later try
  std::uint64_t robots = 0;      // robots.txt fetched
  std::uint64_t queued = 0;      // URLs that still wait; close, not exact
  std::uint64_t left_out = 0;    // URLs not queued, since too many of their site wait
  std::uint64_t in_flight = 0;
  std::uint64_t bytes = 0;  // bodies as received
  std::uint64_t documents = 0;
  std::uint64_t quotations = 0;
  std::uint64_t threats = 0;
  std::int64_t elapsed_ms = 0;

  bool operator==(const Progress&) const = default;
};

// What became of one URL or file.
struct PageEvent {
  std::string url;
  storage::UrlState state = storage::UrlState::Fetched;
  int status = 0;      // HTTP status, 0 when there was no answer
  std::string reason;  // for a person, "" when all went well
  std::string title;   // of the document read from it, "" when none was
  std::string host;    // as in QueuedUrl
  std::uint64_t bytes = 0;
  std::uint64_t quotations = 0;
  std::uint64_t threats = 0;
};

// Told what happens, always from the thread that called crawl() or ingest(), one call at a time.
class CrawlObserver {
 public:
  virtual ~CrawlObserver() = default;

  // One URL was settled and committed.
  virtual void page(const PageEvent& event, const Progress& progress) = 0;

  // Called at least every kProgressTickMs, also when nothing was settled. `waiting_for` names the
  // host whose turn comes next, "" when none waits.
  virtual void tick(const Progress& progress, const std::string& waiting_for) = 0;
};

inline constexpr std::int64_t kProgressTickMs = 200;

}  // namespace dixit::crawler
