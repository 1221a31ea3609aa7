#include "crawler/frontier.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "crawler/queue_walk.h"
#include "parser/url/registrable_domain.h"
#include "parser/url/url.h"
#include "storage/archive.h"

namespace dixit::crawler {
namespace {

// A turn that is to be taken at once; the host's lanes still say whether they are rested.
constexpr std::int64_t kAtOnce = 0;
constexpr std::int64_t kNever = PassedOver::kNever;

RobotsHop robots_of(const model::Url& page) {
  // The reference is a constant and the base was parsed, so this cannot fail.
  return {parser::origin_of(page), parser::parse_url("/robots.txt", page).value_or(model::Url()),
          0};
}

}  // namespace

Frontier::Frontier(const storage::Archive& archive, PolitenessBook& politeness, RobotsBook& robots,
                   Resolver& resolver, FrontierSettings settings)
    : archive_(archive),
      politeness_(politeness),
      robots_(robots),
      address_rules_(settings.addresses),
      judge_(robots, std::move(settings.product_token), settings.contact),
      lookups_(resolver) {}

HostSlot& Frontier::slot_of(const std::string& host) {
  const auto found = slots_.find(host);
  if (found != slots_.end()) return found->second;
  HostSlot& slot = slots_.emplace(host, slot_for(host)).first->second;
  // Behind all who wait, or a host whose queue is emptied by every turn would overtake them.
  slot.rank.last_served = requests_begun_;
  return slot;
}

void Frontier::put_turn(const HostSlot& slot, std::int64_t at_ms) {
  turns_.put(slot.host, at_ms, slot.rank);
}

void Frontier::add_host(const std::string& host, HostOrigin origin) {
  const bool is_new = !slots_.contains(host);
  HostSlot& slot = slot_of(host);
  if (origin == HostOrigin::Resumed) slot.resumed = true;
  const auto first = is_new ? archive_.queued(host, 1) : std::vector<storage::QueuedUrl>();
  if (!first.empty()) {
    slot.rank.priority = first.front().priority;
    slot.queue_seen = true;
  }
  if (!slot.running) put_turn(slot, kAtOnce);
}

void Frontier::forget_if_idle(HostSlot& slot, std::int64_t now_ms) {
  if (slot.running || slot.resolving || !slot.unsettled.empty() || !slot.robots_hops.empty())
    return;
  if (slot.lanes) politeness_.release(*slot.lanes, now_ms);
  const std::string host = slot.host;
  const std::string domain = slot.domain;
  turns_.remove(host);
  slots_.erase(host);
  next_in_line(domain);
}

// --- names -------------------------------------------------------------------------------------

bool Frontier::ensure_addresses(HostSlot& slot, std::int64_t now_ms) {
  if (slot.addresses && slot.addresses->expire_ms > now_ms) return true;
  if (policy::parse_ip_address(slot.name)) {
    HostAddresses literal = judge_addresses({slot.name}, address_rules_);
    literal.expire_ms = kNever;
    set_addresses(slot, std::move(literal), now_ms);
    return true;
  }
  slot.resolving = true;
  lookups_.ask(slot.domain, slot.name, slot.host);
  return false;
}

void Frontier::resolved(const Resolution& resolution, std::int64_t now_ms) {
  const std::string domain = parser::registrable_domain(resolution.name).value_or(resolution.name);
  for (const std::string& host : lookups_.answered(domain, resolution.name)) {
    HostSlot& slot = slot_of(host);
    HostAddresses addresses = judge_addresses(resolution.addresses, address_rules_);
    addresses.expire_ms = now_ms + kAddressLifeMs;
    addresses.pinned = true;
    set_addresses(slot, std::move(addresses), now_ms);
    slot.resolving = false;
    put_turn(slot, kAtOnce);
  }
  next_in_line(domain);
}

// Lets the next host of the domain ask for its name, unless another is asked for.
void Frontier::next_in_line(const std::string& domain) {
  const auto host = lookups_.next(domain);
  if (!host) return;
  HostSlot& slot = slot_of(*host);
  slot.resolving = false;
  put_turn(slot, kAtOnce);
}

void Frontier::set_addresses(HostSlot& slot, HostAddresses addresses, std::int64_t now_ms) {
  Lanes lanes = lanes_for(slot, addresses);
  slot.addresses = std::move(addresses);
  if (slot.lanes == lanes) return;
  politeness_.acquire(lanes, now_ms);
  if (slot.lanes) politeness_.release(*slot.lanes, now_ms);
  slot.lanes = std::move(lanes);
  politeness_.set_crawl_delay(*slot.lanes, robots_.crawl_delay_ms(slot.host));
  if (slot.resumed) politeness_.assume_asked(*slot.lanes);
}

// --- turns -------------------------------------------------------------------------------------

Turn Frontier::next(std::int64_t now_ms) {
  while (const auto host = turns_.take_due(now_ms)) {
    const auto found = slots_.find(*host);
    if (found == slots_.end() || found->second.running || found->second.resolving) continue;
    Turn turn = take_turn(found->second, now_ms);
    if (!turn.empty()) return turn;
  }
  return {};
}

// Whether anything is left to do for the host but to hear of what was handed out.
bool Frontier::has_work(HostSlot& slot) const {
  if (!slot.robots_hops.empty() || slot.queue_seen) return true;
  const auto urls = archive_.queued(slot.host, 1 + slot.unsettled.size());
  slot.queue_seen = std::any_of(urls.begin(), urls.end(), [&slot](const auto& url) {
    return !slot.unsettled.contains(url.url);
  });
  return slot.queue_seen;
}

// Whether its lanes, as far as they are known, let the host be asked now. If not, it waits for them
// or, without work, is forgotten: its politeness stays on record, and nobody waits for it.
bool Frontier::is_ready(HostSlot& slot, std::int64_t now_ms) {
  const Lanes lanes = slot.lanes.value_or(lanes_of(slot.host, {}, slot.domain));
  const auto ready_ms = politeness_.ready_at_ms(lanes);
  if (ready_ms && *ready_ms <= now_ms) return true;
  if (!has_work(slot))
    forget_if_idle(slot, now_ms);
  else if (ready_ms)
    put_turn(slot, *ready_ms);
  else
    politeness_.wait_for(lanes, slot.host);
  return false;
}

Turn Frontier::take_turn(HostSlot& slot, std::int64_t now_ms) {
  const auto lanes_before = slot.lanes;
  if (!is_ready(slot, now_ms) || !ensure_addresses(slot, now_ms)) return {};
  if (slot.lanes != lanes_before && !is_ready(slot, now_ms)) return {};
  assert(slot.lanes && slot.addresses);
  if (slot.robots_hops.empty()) return choose(slot, now_ms);
  RobotsHop hop = std::move(slot.robots_hops.front());
  slot.robots_hops.pop_front();
  Turn turn;
  if (const auto reason = judge_.refusal(slot, hop.url)) {
    turn.refused_robots =
        RefusedRobots{hop.origin, fmt::format("redirects to {}: {}", hop.url.href, *reason)};
    put_turn(slot, kAtOnce);
  } else {
    turn.task = begin_robots(slot, std::move(hop), now_ms);
  }
  return turn;
}

// Goes through the host's most urgent URLs until one may be fetched.
Turn Frontier::choose(HostSlot& slot, std::int64_t now_ms) {
  Turn turn;
  QueueWalk walk(archive_, slot, now_ms);
  while (!turn.task && turn.verdicts.size() < kCandidates) {
    auto url = walk.next();
    if (!url) break;
    Judgement judgement = judge_.judge(slot, url->url, now_ms);
    switch (judgement.what) {
      case Judgement::What::Refuse:
        turn.verdicts.push_back({*std::move(url), storage::UrlState::Refused, judgement.reason});
        break;
      case Judgement::What::Disallow:
        turn.verdicts.push_back({*std::move(url), storage::UrlState::Disallowed, judgement.reason});
        break;
      case Judgement::What::AwaitRobots:
        walk.pass_until_robots();
        break;
      case Judgement::What::Closed:
        walk.pass_until(judgement.opens_ms);
        break;
      case Judgement::What::FetchRobots:
        turn.task = begin_robots(slot, robots_of(judgement.url), now_ms);
        break;
      case Judgement::What::Fetch:
        turn.task = begin(slot, *std::move(url), std::move(judgement.url), now_ms);
        break;
    }
  }
  for (const Verdict& verdict : turn.verdicts) slot.unsettled.insert(verdict.url.url);
  if (!turn.empty()) slot.queue_seen = false;
  if (turn.task) return turn;
  if (turn.verdicts.empty())
    sleep(slot, walk.all_passed(), now_ms);
  else if (slot.unsettled.size() < kUnsettledMax)
    put_turn(slot, kAtOnce);
  return turn;
}

// Nothing may be asked now: `passed` is what the queue holds that is due, nothing when there is
// more to look at.
void Frontier::sleep(HostSlot& slot, const std::optional<PassedOver>& passed, std::int64_t now_ms) {
  if (!passed)
    put_turn(slot, now_ms + kGoOnMs);
  else if (passed->opens_ms != kNever)
    put_turn(slot, passed->opens_ms);
  else if (!passed->await_robots)
    sleep_until_due(slot, now_ms);
}

void Frontier::sleep_until_due(HostSlot& slot, std::int64_t now_ms) {
  std::int64_t due_ms = kNever;
  for (const auto& url : archive_.queued(slot.host, kCandidates + slot.unsettled.size()))
    if (!slot.unsettled.contains(url.url)) due_ms = std::min(due_ms, url.due_ms);
  if (due_ms != kNever)
    put_turn(slot, std::min(due_ms, now_ms + kLookAgainMs));
  else
    forget_if_idle(slot, now_ms);
}

FetchTask Frontier::begin(HostSlot& slot, storage::QueuedUrl url, model::Url parsed,
                          std::int64_t now_ms) {
  assert(slot.lanes && slot.addresses);
  slot.running = true;
  slot.queue_seen = false;
  slot.rank.last_served = ++requests_begun_;
  slot.unsettled.insert(url.url);
  politeness_.begin(*slot.lanes, now_ms);
  FetchTask task;
  task.url = std::move(url);
  task.parsed = std::move(parsed);
  task.lanes = *slot.lanes;
  if (slot.addresses->pinned) task.addresses = slot.addresses->dialable;
  return task;
}

FetchTask Frontier::begin_robots(HostSlot& slot, RobotsHop hop, std::int64_t now_ms) {
  storage::QueuedUrl url;
  url.url = hop.url.href;
  url.host = slot.host;
  FetchTask task = begin(slot, std::move(url), std::move(hop.url), now_ms);
  task.robots_of = std::move(hop.origin);
  task.robots_redirects = hop.redirects;
  return task;
}

// --- answers -----------------------------------------------------------------------------------

void Frontier::finish(const FetchTask& task, const policy::FetchOutcome& outcome) {
  for (const std::string& waiter : politeness_.end(task.lanes, outcome))
    if (const auto slot = slots_.find(waiter); slot != slots_.end())
      put_turn(slot->second, kAtOnce);
  HostSlot& slot = slot_of(task.url.host);
  slot.running = false;
  put_turn(slot, kAtOnce);
}

void Frontier::follow_robots(const FetchTask& task, const model::Url& target) {
  judge_.await_robots(task.robots_of, task.url.host);
  const std::string host = parser::host_with_port(target);
  slot_of(host).robots_hops.push_back({task.robots_of, target, task.robots_redirects + 1});
  add_host(host);
}

void Frontier::robots_known(const storage::RobotsRecord& record) {
  robots_.store(record);
  const auto origin = parser::parse_url(record.origin);
  const auto slot = origin ? slots_.find(parser::host_with_port(*origin)) : slots_.end();
  if (slot != slots_.end()) {
    if (const auto& lanes = slot->second.lanes; lanes)
      politeness_.set_crawl_delay(*lanes, robots_.crawl_delay_ms(slot->second.host));
  }
  for (const std::string& host : judge_.take_awaiting(record.origin)) {
    const auto waiting = slots_.find(host);
    if (waiting == slots_.end()) continue;
    waiting->second.passed = {};
    put_turn(waiting->second, kAtOnce);
  }
}

void Frontier::settled(const std::string& host, const std::string& url) {
  const auto found = slots_.find(host);
  if (found == slots_.end()) return;
  found->second.unsettled.erase(url);
  if (!found->second.running && !found->second.resolving) put_turn(found->second, kAtOnce);
}

}  // namespace dixit::crawler
