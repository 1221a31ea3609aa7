#include "crawler/crawl_world.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <span>
#include <utility>

#include "crawler/crawl_engine.h"
#include "crawler/crawl_scope.h"
#include "crawler/kept_sources.h"
#include "crawler/link_queue.h"
#include "parser/url/url.h"
#include "policy/user_agent.h"
#include "storage/archive.h"

namespace dixit::crawler {
namespace {

// House rule: no public host is asked more often than this, whatever the operator says.
constexpr std::int64_t kDelayFloorMs = 1'000;

int year_of(std::int64_t now_ms) {
  namespace chrono = std::chrono;
  const chrono::sys_time<chrono::milliseconds> now{chrono::milliseconds(now_ms)};
  return static_cast<int>(chrono::year_month_day(chrono::floor<chrono::days>(now)).year());
}

PolitenessSettings politeness_settings(const CrawlOptions& options, const CrawlWorld& world) {
  PolitenessSettings settings;
  settings.run_started_ms = world.clock.now_ms();
  settings.random_seed = world.random_seed;
  if (!options.delay_ms) return settings;
  settings.rules.floor_ms = std::max(*options.delay_ms, kDelayFloorMs);
  settings.loopback_rules.floor_ms = *options.delay_ms;
  settings.loopback_rules.latency_factor = 0;
  return settings;
}

FrontierSettings frontier_settings(const CrawlOptions& options) {
  FrontierSettings settings;
  settings.product_token = policy::kProductToken;
  settings.addresses = address_rules(options);
  settings.contact = policy::check_contact(options.contact);
  return settings;
}

storage::UrlKind kind_of(SourceKind kind) {
  switch (kind) {
    case SourceKind::Feed:
      return storage::UrlKind::Feed;
    case SourceKind::Sitemap:
      return storage::UrlKind::Sitemap;
    default:
      return storage::UrlKind::Page;
  }
}

struct QueuedSources {
  std::set<std::string> hosts;
  std::uint64_t urls = 0;
};

// Puts the sources into the queue: new ones, and those whose last visit is long enough ago. One
// that waits there already, such as a link of another, is a source from now on; it is due when it
// was.
tl::expected<QueuedSources, storage::StorageError> queue_sources(const CrawlScope& scope,
                                                                 const CrawlOptions& options,
                                                                 std::int64_t now_ms,
                                                                 storage::Archive& archive) {
  QueuedSources queued;
  std::vector<storage::QueuedUrl> fresh;
  storage::PageCommit known_ones;
  for (std::size_t i = 0; i < scope.seeds().size(); ++i) {
    const model::Url& url = scope.seeds()[i];
    const auto known = archive.url(url.href);
    storage::QueuedUrl source = queue_source(url, kind_of(scope.sources()[i].kind), now_ms);
    if (!known) {
      fresh.push_back(std::move(source));
    } else if (known->state == storage::UrlState::Queued) {
      source.due_ms = known->next_due_ms;
      source.tries = known->tries;
      known_ones.again.push_back(std::move(source));
    } else if (may_revisit(*known, options.revisit_after_ms, now_ms)) {
      known_ones.again.push_back(std::move(source));
      ++queued.urls;
    } else {
      continue;
    }
    queued.hosts.insert(parser::host_with_port(url));
  }
  const auto added = archive.enqueue(fresh);
  if (!added) return tl::unexpected(added.error());
  queued.urls += *added;
  if (known_ones.again.empty()) return queued;
  if (auto committed = archive.commit(std::span(&known_ones, 1)); !committed)
    return tl::unexpected(committed.error());
  return queued;
}

// Keeps the sources and their depth for who goes on with this crawl, then queues those it names.
tl::expected<QueuedSources, storage::StorageError> take_sources(const CrawlScope& scope,
                                                                EarlierSources earlier,
                                                                const CrawlOptions& options,
                                                                std::int64_t now_ms,
                                                                storage::Archive& archive) {
  if (auto kept = keep_sources(scope.sources(), scope.depth_max(), earlier, archive); !kept)
    return tl::unexpected(kept.error());
  return options.sources.empty() ? QueuedSources() : queue_sources(scope, options, now_ms, archive);
}

int depth_max_of(const CrawlOptions& options, EarlierSources earlier,
                 const storage::Archive& archive) {
  const auto kept =
      earlier == EarlierSources::Keep ? kept_depth_max(archive) : std::optional<int>();
  return options.max_depth.value_or(kept.value_or(policy::kDepthMax));
}

}  // namespace

policy::AddressRules address_rules(const CrawlOptions& options) {
  return {options.allow_private, options.allow_private};
}

tl::unexpected<CrawlError> crawl_failure(CrawlErrorCode code, std::string context) {
  return tl::unexpected(CrawlError{code, std::move(context)});
}

tl::expected<CrawlSummary, CrawlError> crawl_in(const CrawlWorld& world,
                                                const CrawlOptions& options,
                                                storage::Archive& archive,
                                                const parser::Knowledge& knowledge,
                                                CrawlObserver& observer, const StopToken& stop) {
  const std::int64_t now_ms = world.clock.now_ms();
  const auto left_over = archive.backlog();
  const bool goes_on = options.sources.empty();
  if (goes_on && left_over.empty())
    return crawl_failure(CrawlErrorCode::NothingToDo, "no source was given and nothing is queued");
  const auto earlier = left_over.empty() ? EarlierSources::Forget : EarlierSources::Keep;
  const auto scope = CrawlScope::create(goes_on ? kept_sources(archive) : options.sources,
                                        {depth_max_of(options, earlier, archive), year_of(now_ms)});
  if (!scope) return crawl_failure(CrawlErrorCode::BadSource, scope.error());
  const auto sources = take_sources(*scope, earlier, options, now_ms, archive);
  if (!sources) return crawl_failure(CrawlErrorCode::Storage, sources.error().context);

  PolitenessBook politeness(archive, politeness_settings(options, world));
  RobotsBook robots(archive);
  Frontier frontier(archive, politeness, robots, world.resolver, frontier_settings(options));
  std::uint64_t queued = sources->urls;
  for (const std::string& host : sources->hosts) frontier.add_host(host);
  for (const auto& backlog : left_over) {
    frontier.add_host(backlog.host, HostOrigin::Resumed);
    queued += backlog.queued;
  }

  const ReadingRoom room{archive, knowledge, *scope, options.revisit_after_ms};
  Pipeline pipeline(archive,
                    {parser_threads(options.parser_threads), [&world] { world.fetcher.wake(); }});
  CrawlEngine engine(options, world, frontier, pipeline, room, observer, stop);
  return engine.run(queued);
}

}  // namespace dixit::crawler
