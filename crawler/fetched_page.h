#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "crawler/fetcher.h"
#include "crawler/frontier.h"
#include "crawler/page_job.h"
#include "storage/frontier_records.h"
#include "storage/http_message.h"

namespace dixit::storage {
class Archive;
}
namespace dixit::parser {
class Knowledge;
}

namespace dixit::crawler {

class CrawlScope;

// A longer ETag or Last-Modified is not kept and not sent back: real ones have some fifty
// characters, and a server may send a quarter of a megabyte for every page.
inline constexpr std::size_t kValidatorBytesMax = 1'024;

// One answer on its way from the wire to the writer.
struct FetchedPage {
  FetchTask task;
  FetchResult result;
  storage::HttpHeaders headers;  // of the answer; none without a complete head
  std::int64_t started_ms = 0;
  std::int64_t ended_ms = 0;
  std::optional<storage::UrlRecord> known;  // of the URL before this fetch
  int redirects = 0;                        // followed before this one, to come here
};

// What reading a page needs besides the page. Ownership: all outlive the reading.
struct ReadingRoom {
  const storage::Archive& archive;
  const parser::Knowledge& knowledge;
  const CrawlScope& scope;
  std::int64_t revisit_after_ms = 0;
};

// The politeness of hosts after a request. A page's goes to the writer ahead of the page, which
// takes as long to read as it likes: what a later answer asked for must not be overwritten then.
ProcessedPage process_hosts(std::vector<storage::HostRecord> hosts);

// Decides what is kept, what is read and what is queued of one answer. Runs on parser threads.
ProcessedPage process_page(const ReadingRoom& room, FetchedPage page);

// The same for an answer to a robots.txt request. `record` is absent when it is a redirect that is
// followed further. What `record` says of sitemaps is queued.
ProcessedPage process_robots(const ReadingRoom& room, FetchedPage page,
                             std::optional<storage::RobotsRecord> record,
                             std::vector<storage::HostRecord> hosts);

// For a robots.txt that could not be asked for.
ProcessedPage process_unreachable_robots(storage::RobotsRecord record);

// For a URL that policy settled without a request.
ProcessedPage process_verdict(const ReadingRoom& room, Verdict verdict, std::int64_t now_ms);

}  // namespace dixit::crawler
