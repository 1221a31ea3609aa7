#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "crawler/crawl.h"
#include "crawler/observer.h"
#include "crawler/stop.h"

namespace dixit::crawler {

// Takes pages in that somebody else has fetched: HTML files, directories of them, and WARC files
// written by other crawlers. They go the same way as fetched pages: archived, read, committed.

struct IngestOptions {
  std::vector<std::filesystem::path> paths;  // files, or directories walked in name order
  std::string base_url;  // a file below a directory gets this URL + its relative path; "": file://
  std::string language;  // BCP 47, a hint; "" when unknown
  std::string outlet;    // "" leaves it to the page
  int parser_threads = 0;  // 0: one for each core
};

struct IngestSummary {
  Progress progress;
  std::uint64_t files = 0;            // read
  std::uint64_t skipped = 0;          // records and files that hold no page
  std::vector<std::string> problems;  // "path: what is wrong", up to kIngestProblemsMax
  bool stopped = false;
};

// Enough for a person to see what kind of thing goes wrong.
inline constexpr std::size_t kIngestProblemsMax = 100;

// A file that cannot be read is reported to `observer` and in the summary and never stops the rest.
[[nodiscard]] tl::expected<IngestSummary, CrawlError> ingest(const IngestOptions& options,
                                                             storage::Archive& archive,
                                                             const parser::Knowledge& knowledge,
                                                             CrawlObserver& observer,
                                                             const StopToken& stop);

}  // namespace dixit::crawler
