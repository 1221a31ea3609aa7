#include "crawler/ingest.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "crawler/clock.h"
#include "crawler/file_walk.h"
#include "crawler/ingest_source.h"
#include "crawler/ingested_page.h"
#include "crawler/pipeline.h"
#include "crawler/progress_count.h"

namespace dixit::crawler {
namespace {

namespace fs = std::filesystem;

// Walks the files on the caller's thread, feeds the pipeline and tells the observer.
class Ingestion {
 public:
  Ingestion(const IngestOptions& options, const IngestRoom& room, Pipeline& pipeline,
            CrawlObserver& observer, const StopToken& stop)
      : options_(options), room_(room), pipeline_(pipeline), observer_(observer), stop_(stop) {}

  IngestSummary run() {
    started_ms_ = last_tick_ms_ = clock_.now_ms();
    FileWalk walk(options_.paths);
    while (!done()) {
      const auto file = walk.next();
      if (!file) break;
      if (!file->problem.empty())
        note(file->path, file->problem);
      else
        take_file(*file);
    }
    while (pipeline_.outstanding() > 0) settle(kWait);
    settle(std::chrono::milliseconds(0));
    summary_.stopped = stop_.requested();
    return std::move(summary_);
  }

 private:
  static constexpr std::chrono::milliseconds kWait{kProgressTickMs};

  bool done() const { return stop_.requested() || pipeline_.error(); }

  void take_file(const WalkedFile& file) {
    auto source = IngestSource::open(file, options_.base_url);
    if (!source) {
      note(file.path, source.error());
      return;
    }
    if (!*source) {
      // What a directory holds beside pages is passed over; whoever names a file means it.
      if (file.root.empty()) {
        note(file.path, "neither a page nor posts nor WARC; \"dixit extract\" reads plain text");
      } else {
        ++summary_.skipped;
      }
      return;
    }
    ++summary_.files;
    while (!done()) {
      auto taken = (*source)->next();
      if (!taken) break;
      if (!taken->problem.empty()) note(file.path, taken->problem);
      if (taken->exchange)
        submit(*std::move(taken->exchange));
      else
        ++summary_.skipped;
    }
  }

  void submit(storage::Exchange exchange) {
    while (!pipeline_.has_room()) settle(kWait);
    const std::size_t bytes = exchange.body.size();
    // Shared only because std::function wants to be copied; one job owns it.
    auto shared = std::make_shared<storage::Exchange>(std::move(exchange));
    pipeline_.submit([this, shared] { return process_ingested(room_, std::move(*shared)); }, bytes);
    settle(std::chrono::milliseconds(0));
  }

  void settle(std::chrono::milliseconds wait) {
    const auto pages = wait.count() > 0 ? pipeline_.wait_settled(wait) : pipeline_.take_settled();
    for (const SettledPage& page : pages) {
      count_page(page, summary_.progress);
      summary_.progress.bytes += page.event.bytes;
      observer_.page(page.event, progress_now());
    }
    const std::int64_t now_ms = clock_.now_ms();
    if (now_ms - last_tick_ms_ < kProgressTickMs) return;
    last_tick_ms_ = now_ms;
    observer_.tick(progress_now(), "");
  }

  const Progress& progress_now() {
    summary_.progress.in_flight = pipeline_.outstanding();
    summary_.progress.elapsed_ms = clock_.now_ms() - started_ms_;
    return summary_.progress;
  }

  void note(const fs::path& path, const std::string& problem) {
    ++summary_.progress.failed;
    if (summary_.problems.size() < kIngestProblemsMax)
      summary_.problems.push_back(fmt::format("{}: {}", path.string(), problem));
    PageEvent event;
    event.url = path.string();
    event.state = storage::UrlState::Failed;
    event.reason = problem;
    observer_.page(event, progress_now());
  }

  const IngestOptions& options_;
  const IngestRoom& room_;
  Pipeline& pipeline_;
  CrawlObserver& observer_;
  const StopToken& stop_;
  SystemClock clock_;
  IngestSummary summary_;
  std::int64_t started_ms_ = 0;
  std::int64_t last_tick_ms_ = 0;
};

}  // namespace

tl::expected<IngestSummary, CrawlError> ingest(const IngestOptions& options,
                                               storage::Archive& archive,
                                               const parser::Knowledge& knowledge,
                                               CrawlObserver& observer, const StopToken& stop) {
  const IngestRoom room{archive, knowledge, {options.language, options.outlet}};
  Pipeline pipeline(archive, {parser_threads(options.parser_threads), {}});
  IngestSummary summary = Ingestion(options, room, pipeline, observer, stop).run();
  if (const auto error = pipeline.error())
    return tl::unexpected(CrawlError{CrawlErrorCode::Storage, error->context});
  return summary;
}

}  // namespace dixit::crawler
