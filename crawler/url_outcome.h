#pragma once

#include <cstdint>
#include <string>

#include "crawler/fetcher.h"
#include "storage/frontier_records.h"

namespace dixit::crawler {

// A page that fails three times within minutes is broken; links to it will bring it up again, once
// this long has passed.
inline constexpr int kTriesMax = 3;
inline constexpr std::int64_t kFailedAgainMs = 24LL * 3'600'000;
// A 429 or 503 is about the host, whose back-off soon spans hours: be patient with the URL.
inline constexpr int kOverloadedTriesMax = 10;
// The second try waits this long, the third twice that.
inline constexpr std::int64_t kRetryFirstMs = 60'000;

// What a fetch means for its URL.
struct UrlOutcome {
  storage::UrlState state = storage::UrlState::Fetched;
  std::string reason;  // for a person, "" when all went well
  int tries = 0;
  std::int64_t next_due_ms = 0;  // of a state that is still Queued

  bool operator==(const UrlOutcome&) const = default;
};

// `tries` were made before this one. Redirects come out as Redirected, whether they are followed or
// not. A cancelled fetch was no try.
UrlOutcome judge_fetch(const FetchResult& result, int tries, std::int64_t now_ms);

}  // namespace dixit::crawler
