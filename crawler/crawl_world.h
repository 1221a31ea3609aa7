#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

#include "crawler/clock.h"
#include "crawler/crawl.h"
#include "crawler/fetcher.h"
#include "crawler/resolver.h"
#include "policy/address_guard.h"

namespace dixit::crawler {

// The world a crawl moves in. Ownership: all outlive the crawl.
struct CrawlWorld {
  Fetcher& fetcher;
  Resolver& resolver;
  const Clock& clock;
  std::uint64_t random_seed = 0;  // for the jitter of back-offs
};

// crawl() in a given world: the real one, or a scripted one in tests. The fetcher already carries
// User-Agent and address guard.
[[nodiscard]] tl::expected<CrawlSummary, CrawlError> crawl_in(
    const CrawlWorld& world, const CrawlOptions& options, storage::Archive& archive,
    const parser::Knowledge& knowledge, CrawlObserver& observer, const StopToken& stop);

// Which addresses these options open.
policy::AddressRules address_rules(const CrawlOptions& options);

tl::unexpected<CrawlError> crawl_failure(CrawlErrorCode code, std::string context);

}  // namespace dixit::crawler
