#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "crawler/crawl.h"
#include "crawler/source_reading.h"

namespace dixit::crawler {

// Asks each source once and says what is there, by the crawl's own means and manners: robots.txt,
// contact and delays hold as they do for a crawl.

// One address that was asked.
struct CheckedUrl {
  std::string url;      // as listed or found
  std::string ends_at;  // the address that answered after redirects; "" when it is the same
  SourceReading reading;
  std::string robots;   // "allowed", with the delay asked for, or the line that forbids it
  std::string problem;  // "" when all went well
  std::string remedy;   // what to do about it, ""

  [[nodiscard]] bool is_good() const { return problem.empty(); }
};

struct SourceCheck {
  Source source;
  CheckedUrl found;
  // What a page has to offer as sources: by its link elements, by robots.txt and at usual places.
  std::vector<CheckedUrl> offers;
};

// As many as anybody would choose among.
inline constexpr std::size_t kOffersMax = 12;

// The sources' own options but for depth and number of pages, which follow from the task.
// `scratch` keeps what is fetched meanwhile; it must be of no further use.
[[nodiscard]] tl::expected<std::vector<SourceCheck>, CrawlError> check_sources(
    const CrawlOptions& options, storage::Archive& scratch, const parser::Knowledge& knowledge,
    CrawlObserver& observer, const StopToken& stop);

}  // namespace dixit::crawler
