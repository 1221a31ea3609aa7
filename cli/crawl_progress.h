#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "cli/session.h"
#include "crawler/observer.h"

namespace dixit::cli {

// "37 fetched, 12 waiting, 96 quotations, 24 threats, 0:03, next 127.0.0.4:8080". Parts that do not
// fit into `columns` are left out from the end.
std::string progress_text(const crawler::Progress& progress, std::string_view waiting_for,
                          std::size_t columns);

// Shows a crawl or an ingest while it runs: on a terminal one line of standard error that is
// rewritten in place, elsewhere a line now and then, for a log.
class CrawlProgress final : public crawler::CrawlObserver {
 public:
  explicit CrawlProgress(Session& session) : session_(session) {}
  CrawlProgress(const CrawlProgress&) = delete;
  CrawlProgress& operator=(const CrawlProgress&) = delete;
  ~CrawlProgress() override { clear(); }

  void page(const crawler::PageEvent& event, const crawler::Progress& progress) override;
  void tick(const crawler::Progress& progress, const std::string& waiting_for) override;

  // Takes the line away, so that something else can be printed.
  void clear();

 private:
  Session& session_;
  bool shown_ = false;
  std::int64_t logged_at_ms_ = 0;
};

}  // namespace dixit::cli
