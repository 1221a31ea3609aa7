#include "crawler/link_queue.h"

#include <set>
#include <string>
#include <utility>

#include "crawler/crawl_scope.h"
#include "crawler/file_ending.h"
#include "parser/url/canonical.h"
#include "parser/url/url.h"
#include "policy/robots.h"

namespace dixit::crawler {
namespace {

using storage::QueuedUrl;
using storage::UrlKind;

int priority_of(const FoundUrl& found, UrlKind listed_by) {
  if (found.kind == UrlKind::Feed) return kPriorityFeed;
  if (!found.listed) return kPriorityLink;
  return listed_by == UrlKind::Sitemap ? kPrioritySitemapEntry : kPriorityFeedEntry;
}

int sitemap_priority(std::size_t nth, bool deep) {
  return nth <= kUrgentSitemapsMax && !deep ? kPrioritySitemap : kPrioritySitemapEntry;
}

bool is_in_scope(const CrawlScope& scope, const QueuedUrl& from, const FoundUrl& found,
                 const model::Url& url) {
  const int depth = from.depth + 1;
  if (found.listed && from.depth == 0) return scope.decide_listed(url, depth).in_scope;
  if (found.kind != UrlKind::Page) return scope.decide_list(url, depth).in_scope;
  return path_may_hold_text(url.path) && scope.decide(url, depth).in_scope;
}

bool is_web(const model::Url& url) { return url.scheme == "http" || url.scheme == "https"; }

QueuedUrl entry(const model::Url& url, UrlKind kind, std::int64_t now_ms) {
  QueuedUrl queued;
  queued.url = url.href;
  queued.host = parser::host_with_port(url);
  queued.kind = kind;
  queued.due_ms = now_ms;
  return queued;
}

}  // namespace

std::vector<QueuedUrl> queue_found(const CrawlScope& scope, const QueuedUrl& from,
                                   std::span<const FoundUrl> found, std::int64_t now_ms) {
  std::vector<QueuedUrl> queued;
  std::set<std::string> seen = {from.url};
  std::size_t sitemaps = 0;
  for (const FoundUrl& one : found.first(std::min(found.size(), kFoundUrlsMax))) {
    const auto parsed = parser::parse_url(one.url);
    const auto url = parsed ? parser::canonicalise(*parsed) : parsed;
    if (!url || !is_web(*url) || !is_in_scope(scope, from, one, *url)) continue;
    if (!seen.insert(url->href).second) continue;
    QueuedUrl next = entry(*url, one.kind, now_ms);
    next.priority = priority_of(one, from.kind);
    if (one.kind == UrlKind::Sitemap)
      next.priority = sitemap_priority(++sitemaps, from.kind == UrlKind::Sitemap && from.depth > 1);
    next.depth = from.depth + 1;
    next.found_on = from.url;
    next.published_hint = one.published_hint;
    queued.push_back(std::move(next));
  }
  return queued;
}

std::vector<QueuedUrl> queue_sitemaps(const CrawlScope& scope, const storage::RobotsRecord& robots,
                                      std::int64_t now_ms) {
  std::vector<QueuedUrl> queued;
  const auto base = parser::parse_url(robots.origin + "/robots.txt");
  if (!base) return queued;
  for (const auto& sitemap : policy::parse_robots(robots.body).sitemaps) {
    const auto url = parser::canonicalise_link(sitemap.url, *base);
    if (!url || !is_web(*url) || !scope.decide_list(*url, 1).in_scope) continue;
    QueuedUrl next = entry(*url, UrlKind::Sitemap, now_ms);
    next.priority = sitemap_priority(queued.size() + 1, false);
    next.depth = 1;
    next.found_on = base->href;
    queued.push_back(std::move(next));
  }
  return queued;
}

QueuedUrl queue_redirect(const QueuedUrl& from, const model::Url& target, std::int64_t now_ms) {
  QueuedUrl next = entry(target, from.kind, now_ms);
  next.priority = from.priority;
  next.depth = from.depth;
  next.found_on = from.url;
  next.published_hint = from.published_hint;
  return next;
}

QueuedUrl queue_source(const model::Url& url, UrlKind kind, std::int64_t now_ms) {
  QueuedUrl next = entry(url, kind, now_ms);
  next.priority = kPrioritySource;
  return next;
}

bool may_revisit(const storage::UrlRecord& known, std::int64_t revisit_after_ms,
                 std::int64_t now_ms) {
  return known.state != storage::UrlState::Queued &&
         known.updated_at_ms + revisit_after_ms <= now_ms;
}

}  // namespace dixit::crawler
