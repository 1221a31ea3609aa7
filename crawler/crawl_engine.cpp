#include "crawler/crawl_engine.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "crawler/answer_reading.h"
#include "crawler/crawl_scope.h"
#include "crawler/progress_count.h"
#include "crawler/robots_answer.h"
#include "parser/url/url.h"
#include "policy/ip_address.h"
#include "policy/retention.h"
#include "policy/retry_after.h"
#include "storage/archive.h"
#include "storage/http_message.h"

namespace dixit::crawler {
namespace {

using storage::UrlState;

constexpr std::uint16_t kHttpPort = 80;
constexpr std::uint16_t kHttpsPort = 443;

std::optional<PinnedHost> pinned_host(const FetchTask& task) {
  if (!task.addresses) return std::nullopt;
  const std::uint16_t usual = task.parsed.scheme == "https" ? kHttpsPort : kHttpPort;
  return PinnedHost{task.parsed.host, task.parsed.port.value_or(usual), *task.addresses};
}

FetchRequest request_for(const FetchTask& task, const std::optional<storage::UrlRecord>& known) {
  FetchRequest request;
  request.url = task.parsed.href;
  request.pinned = pinned_host(task);
  request.limits.body_bytes_max = body_bytes_max(task.url.kind);
  if (!task.robots_of.empty()) {
    request.limits.body_bytes_max = policy::kRobotsBytesMax;
    request.oversize = OversizeBody::Truncate;
    request.wanted = WantedMedia::Any;
  }
  if (known && !known->capture_id.empty()) {
    const auto add = [&request](const char* name, const std::string& validator) {
      if (!validator.empty() && validator.size() <= kValidatorBytesMax)
        request.headers.emplace_back(name, validator);
    };
    add("If-None-Match", known->etag);
    add("If-Modified-Since", known->last_modified);
  }
  return request;
}

// As its lane spells it; "" when none was reached.
std::string dialled_address(const FetchResult& result) {
  const auto parsed = policy::parse_ip_address(result.remote_address);
  return parsed ? policy::to_string(*parsed) : "";
}

// How the request ended, as politeness sees it. What never reached the host, or was broken off by
// us, says nothing of it.
policy::FetchOutcome outcome_of(const FetchedPage& page) {
  constexpr int kNeutral = 0;
  // An interval counted from the end may not be shorter for the clock's rounding.
  policy::FetchOutcome outcome{page.started_ms, page.ended_ms + policy::kEndRoundingMs,
                               std::nullopt, std::nullopt, dialled_address(page.result)};
  if (page.result.status > 0) outcome.status = page.result.status;
  if (page.result.failure && (page.result.failure->code == FetchFailureCode::Cancelled ||
                              page.result.failure->code == FetchFailureCode::AddressRefused)) {
    outcome.status = kNeutral;
    outcome.started_ms = outcome.ended_ms;  // none of the time was the host's
  }
  if (const auto value = storage::header_value(page.headers, "retry-after"))
    outcome.retry_after_until_ms = policy::retry_after_until_ms(*value, page.ended_ms);
  return outcome;
}

std::size_t bytes_of(const FetchResult& result) {
  return result.body.size() + result.response_head.size();
}

}  // namespace

CrawlEngine::CrawlEngine(const CrawlOptions& options, const CrawlWorld& world, Frontier& frontier,
                         Pipeline& pipeline, const ReadingRoom& room, CrawlObserver& observer,
                         const StopToken& stop)
    : options_(options),
      world_(world),
      frontier_(frontier),
      pipeline_(pipeline),
      room_(room),
      observer_(observer),
      stop_(stop) {}

tl::expected<CrawlSummary, CrawlError> CrawlEngine::run(std::uint64_t queued) {
  progress_.queued = queued;
  started_ms_ = last_tick_ms_ = world_.clock.now_ms();
  CrawlEnd end = CrawlEnd::Stopped;
  while (!stop_.requested()) {
    take_settled(pipeline_.take_settled());
    for (const Resolution& resolution : world_.resolver.take())
      frontier_.resolved(resolution, world_.clock.now_ms());
    start_turns();
    if (auto mended = frontier_.take_mended(); !mended.empty())
      pipeline_.submit(process_hosts(std::move(mended)));
    if (pipeline_.error()) break;
    if (const auto reached = end_reached(world_.clock.now_ms())) {
      end = *reached;
      break;
    }
    wait_for_something();
    tick();
  }
  drain();
  if (const auto error = pipeline_.error())
    return tl::unexpected(CrawlError{CrawlErrorCode::Storage, error->context});
  return summarise(end);
}

std::optional<CrawlEnd> CrawlEngine::end_reached(std::int64_t now_ms) {
  if (options_.max_pages > 0 && progress_.fetched >= options_.max_pages) return CrawlEnd::PageLimit;
  if (!in_flight_.empty() || !pipeline_.is_idle() || frontier_.resolving() > 0) return std::nullopt;
  const auto next = frontier_.next_turn();
  if (!next) return CrawlEnd::Finished;
  if (next->first > now_ms + options_.patience_ms) return CrawlEnd::Waiting;
  return std::nullopt;
}

// --- requests ----------------------------------------------------------------------------------

bool CrawlEngine::may_start() const {
  if (options_.max_pages > 0 && progress_.fetched + pages_underway_.size() >= options_.max_pages)
    return false;
  return in_flight_.size() < kInFlightMax && pipeline_.has_room(world_.fetcher.bytes_in_flight());
}

void CrawlEngine::start_turns() {
  while (may_start()) {
    const std::int64_t now_ms = world_.clock.now_ms();
    Turn turn = frontier_.next(now_ms);
    if (turn.empty()) return;
    for (Verdict& verdict : turn.verdicts)
      pipeline_.submit(process_verdict(room_, std::move(verdict), now_ms));
    if (turn.refused_robots) take_refused_robots(*turn.refused_robots, now_ms);
    if (turn.task) start(*std::move(turn.task));
  }
}

void CrawlEngine::start(FetchTask task) {
  InFlight started;
  started.started_ms = world_.clock.now_ms();
  if (task.robots_of.empty()) {
    started.known = room_.archive.url(task.url.url);
    pages_underway_.insert(task.url.url);
  }
  FetchRequest request = request_for(task, started.known);
  request.id = ++last_id_;
  started.task = std::move(task);
  in_flight_.emplace(request.id, std::move(started));
  world_.fetcher.start(std::move(request));
}

void CrawlEngine::wait_for_something() {
  std::int64_t wait_ms = kProgressTickMs;
  if (const auto next = frontier_.next_turn(); next && may_start())
    wait_ms = std::clamp<std::int64_t>(next->first - world_.clock.now_ms(), 0, wait_ms);
  if (in_flight_.empty() && pipeline_.outstanding() > 0) {
    take_settled(pipeline_.wait_settled(std::chrono::milliseconds(wait_ms)));
    return;
  }
  for (FetchResult& result : world_.fetcher.wait(wait_ms)) take_answer(std::move(result));
}

// --- answers -----------------------------------------------------------------------------------

void CrawlEngine::take_answer(FetchResult result) {
  const auto found = in_flight_.find(result.id);
  if (found == in_flight_.end()) return;
  FetchedPage page;
  page.task = std::move(found->second.task);
  page.known = std::move(found->second.known);
  page.started_ms = found->second.started_ms;
  page.ended_ms = world_.clock.now_ms();
  page.result = std::move(result);
  if (auto head = storage::parse_http_head(page.result.response_head); head && page.result.status)
    page.headers = std::move(head->headers);
  in_flight_.erase(found);
  frontier_.finish(page.task, outcome_of(page));
  progress_.bytes += page.result.body.size();
  if (!page.task.robots_of.empty()) {
    take_robots_answer(std::move(page));
    return;
  }
  ProcessedPage politeness = process_hosts(frontier_.politeness_of(page.task));
  if (const auto hops = redirects_.find(page.task.url.url); hops != redirects_.end()) {
    page.redirects = hops->second;
    redirects_.erase(hops);
  }
  const std::size_t bytes = bytes_of(page.result);
  // Shared only because std::function wants to be copied; one job owns it.
  auto shared = std::make_shared<FetchedPage>(std::move(page));
  pipeline_.submit([this, shared] { return process_page(room_, std::move(*shared)); }, bytes,
                   std::move(politeness));
}

void CrawlEngine::take_robots_answer(FetchedPage page) {
  RobotsAnswer answer = read_robots_answer(page, room_.archive.robots(page.task.robots_of));
  if (answer.redirect) frontier_.follow_robots(page.task, *answer.redirect);
  if (answer.record) {
    frontier_.robots_known(*answer.record);
    ++progress_.robots;
    if (!answer.closed.empty()) note_closed(page.task.robots_of, answer.closed);
  }
  auto hosts = frontier_.politeness_of(page.task);
  const std::size_t bytes = bytes_of(page.result);
  pipeline_.submit(
      process_robots(room_, std::move(page), std::move(answer.record), std::move(hosts)), bytes);
}

void CrawlEngine::take_refused_robots(const RefusedRobots& refused, std::int64_t now_ms) {
  storage::RobotsRecord record =
      unreachable_robots(refused.origin, now_ms, room_.archive.robots(refused.origin));
  frontier_.robots_known(record);
  note_closed(refused.origin, "robots.txt " + refused.reason);
  pipeline_.submit(process_unreachable_robots(std::move(record)));
}

void CrawlEngine::note_closed(const std::string& origin, const std::string& reason) {
  for (const model::Url& seed : room_.scope.seeds())
    if (parser::origin_of(seed) == origin) unreachable_.push_back(seed.href + ": " + reason);
}

// --- what was committed ------------------------------------------------------------------------

void CrawlEngine::take_settled(const std::vector<SettledPage>& pages) {
  for (const SettledPage& page : pages) {
    pages_underway_.erase(page.event.url);
    for (const std::string& host : page.discovered_hosts) frontier_.add_host(host);
    frontier_.settled(page.event.host, page.event.url);
    progress_.queued += page.discovered;
    progress_.left_out += page.left_out;
    if (!page.counts) continue;
    count(page);
    remember_redirect(page);
    observer_.page(page.event, progress_now());
  }
}

void CrawlEngine::count(const SettledPage& page) {
  count_page(page, progress_);
  if (page.event.state != UrlState::Queued && progress_.queued > 0) --progress_.queued;
  const bool lost = page.event.state != UrlState::Fetched &&
                    page.event.state != UrlState::Redirected &&
                    page.event.state != UrlState::Queued;
  if (lost && room_.scope.is_seed(page.event.url))
    unreachable_.push_back(page.event.url + ": " + page.event.reason);
}

void CrawlEngine::remember_redirect(const SettledPage& page) {
  if (page.event.state != UrlState::Redirected || page.redirect_target.empty()) return;
  if (redirects_.size() >= kRedirectsTrackedMax) redirects_.erase(redirects_.begin());
  redirects_[page.redirect_target] = page.redirects + 1;
}

void CrawlEngine::tick() {
  const std::int64_t now_ms = world_.clock.now_ms();
  if (now_ms - last_tick_ms_ < kProgressTickMs) return;
  last_tick_ms_ = now_ms;
  const auto next = frontier_.next_turn();
  observer_.tick(progress_now(), next ? next->second : "");
}

Progress CrawlEngine::progress_now() {
  progress_.in_flight = in_flight_.size();
  progress_.elapsed_ms = world_.clock.now_ms() - started_ms_;
  return progress_;
}

// --- the end -----------------------------------------------------------------------------------

void CrawlEngine::drain() {
  const std::int64_t until_ms = world_.clock.now_ms() + kStopGraceMs;
  while (!in_flight_.empty()) {
    const std::int64_t left_ms = until_ms - world_.clock.now_ms();
    if (left_ms <= 0) world_.fetcher.cancel_all();
    const std::int64_t wait_ms = std::clamp<std::int64_t>(left_ms, 0, kProgressTickMs);
    for (FetchResult& result : world_.fetcher.wait(wait_ms)) take_answer(std::move(result));
    take_settled(pipeline_.take_settled());
    tick();
  }
  while (pipeline_.outstanding() > 0) {
    take_settled(pipeline_.wait_settled(std::chrono::milliseconds(kProgressTickMs)));
    tick();
  }
  take_settled(pipeline_.take_settled());
}

CrawlSummary CrawlEngine::summarise(CrawlEnd end) {
  CrawlSummary summary;
  summary.progress = progress_now();
  summary.end = end;
  if (const auto next = frontier_.next_turn(); next && end == CrawlEnd::Waiting)
    summary.next_due_ms = next->first;
  summary.unreachable_sources = unreachable_;
  return summary;
}

}  // namespace dixit::crawler
