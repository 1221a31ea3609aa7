#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "crawler/content_reader.h"
#include "model/url.h"
#include "storage/frontier_records.h"

namespace dixit::crawler {

class CrawlScope;

// Turns what was found into queue entries: canonical, in scope, each once.

// The most URLs taken from one page, feed or sitemap: what a sitemap may list (sitemaps.org).
inline constexpr std::size_t kFoundUrlsMax = 50'000;

// Priorities in the queue, 0 first. News go before archives, lists before what they lead to.
inline constexpr int kPrioritySource = 0;
inline constexpr int kPriorityFeed = 1;
inline constexpr int kPriorityFeedEntry = 2;
inline constexpr int kPrioritySitemap = 3;
inline constexpr int kPriorityLink = 5;
inline constexpr int kPrioritySitemapEntry = 6;

// Sitemaps that go before links: of a robots.txt, of a page, of an index. The rest, and what an
// index names that was itself named by one, waits with the entries of sitemaps, or an index that
// names new ones without end would keep the crawl from every page.
inline constexpr std::size_t kUrgentSitemapsMax = 100;

std::vector<storage::QueuedUrl> queue_found(const CrawlScope& scope, const storage::QueuedUrl& from,
                                            std::span<const FoundUrl> found, std::int64_t now_ms);

// The Sitemap lines of a robots.txt.
std::vector<storage::QueuedUrl> queue_sitemaps(const CrawlScope& scope,
                                               const storage::RobotsRecord& robots,
                                               std::int64_t now_ms);

// The target of a redirect takes its place: same depth, kind and urgency.
storage::QueuedUrl queue_redirect(const storage::QueuedUrl& from, const model::Url& target,
                                  std::int64_t now_ms);

storage::QueuedUrl queue_source(const model::Url& url, storage::UrlKind kind, std::int64_t now_ms);

// Whether a known URL may be put back into the queue: it does not wait there, and was last fetched
// (or tried) `revisit_after_ms` ago or longer.
bool may_revisit(const storage::UrlRecord& known, std::int64_t revisit_after_ms,
                 std::int64_t now_ms);

}  // namespace dixit::crawler
