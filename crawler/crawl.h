#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "crawler/observer.h"
#include "crawler/source.h"
#include "crawler/stop.h"

namespace dixit::storage {
class Archive;
}
namespace dixit::parser {
class Knowledge;
}

namespace dixit::crawler {

// The one door to crawling: sources in, an archive filled, a summary out.

struct CrawlOptions {
  // None: go on with what the archive still has queued, as far as its sources reached.
  std::vector<Source> sources;
  std::string contact;            // an e-mail address or URL where a webmaster reaches the operator
  std::string version = "0.1.0";  // of Dixit, for the User-Agent
  std::uint64_t max_pages = 0;    // pages, feeds and sitemaps fetched in this run; 0: no limit
  // Between two requests to a host; nothing: policy's default. Never below policy's floor, except
  // for hosts on loopback.
  std::optional<std::int64_t> delay_ms;
  bool allow_private = false;  // fetch from loopback and private networks
  // Links from a source; nothing: as in the crawl that this one goes on with, else
  // policy::kDepthMax.
  std::optional<int> max_depth;
  int parser_threads = 0;  // 0: one for each core
  // A source (or a page with a due date) fetched longer ago than this is fetched again, asking
  // whether it has changed.
  std::int64_t revisit_after_ms = 3'600'000;
  // How long to wait for a host that may not be asked yet, before the crawl ends with URLs waiting.
  std::int64_t patience_ms = 90'000;
};

enum class CrawlEnd {
  Finished,   // nothing is left to fetch
  PageLimit,  // max_pages were fetched
  Stopped,    // the stop token was set
  Waiting,    // what is left may not be fetched before `next_due_ms`
};

struct CrawlSummary {
  Progress progress;
  CrawlEnd end = CrawlEnd::Finished;
  std::int64_t next_due_ms = 0;  // Unix time at which waiting URLs may be fetched; 0: none waits
  std::vector<std::string> unreachable_sources;  // "URL: reason", those of this run that failed
};

enum class CrawlErrorCode {
  NothingToDo,  // no source, and nothing queued
  BadSource,    // a source's URL cannot be read or is not http(s)
  Private,      // a source is on loopback or a private network, which was not allowed
  NoContact,    // a public host is among the sources and no contact was given
  BadContact,   // neither an e-mail address nor an http(s) URL
  Storage,      // the archive could not be written; what was committed stays
  Network,      // libcurl or the event loop could not be set up
};

struct CrawlError {
  CrawlErrorCode code = CrawlErrorCode::NothingToDo;
  std::string context;  // names the thing, for a person
};

// Fetches until nothing is left, the limit is reached or `stop` is set. May be killed at any point
// and called again: nothing committed is fetched twice, no URL is lost, no interval is shortened.
//
// Requires: `archive` is open for writing and used by nobody else for writing meanwhile.
[[nodiscard]] tl::expected<CrawlSummary, CrawlError> crawl(const CrawlOptions& options,
                                                           storage::Archive& archive,
                                                           const parser::Knowledge& knowledge,
                                                           CrawlObserver& observer,
                                                           const StopToken& stop);

}  // namespace dixit::crawler
