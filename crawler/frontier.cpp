#include "crawler/frontier.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

#include "parser/url/registrable_domain.h"
#include "parser/url/url.h"
#include "policy/robots_path.h"
#include "storage/archive.h"

namespace dixit::crawler {
namespace {

// A turn that is to be taken at once; the host's lanes still say whether they are rested.
constexpr std::int64_t kAtOnce = 0;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

std::string name_of_host(const std::string& host) {
  const auto url = parser::parse_url("http://" + host + "/");
  return url ? url->host : host;
}

RobotsHop robots_of(const model::Url& page) {
  // The reference is a constant and the base was parsed, so this cannot fail.
  return {parser::origin_of(page), parser::parse_url("/robots.txt", page).value_or(model::Url()),
          0};
}

policy::RobotsVerdict ask_robots(const OriginRobots& robots, const std::string& product_token,
                                 const model::Url& url) {
  if (robots.access != policy::RobotsAccess::UseBody) return {};
  return policy::verdict(robots.rules, product_token, policy::robots_path(url.href));
}

}  // namespace

Frontier::Frontier(const storage::Archive& archive, PolitenessBook& politeness, RobotsBook& robots,
                   Resolver& resolver, FrontierSettings settings)
    : archive_(archive),
      politeness_(politeness),
      robots_(robots),
      resolver_(resolver),
      settings_(std::move(settings)) {}

HostSlot& Frontier::slot_of(const std::string& host) {
  const auto [found, is_new] = slots_.try_emplace(host);
  HostSlot& slot = found->second;
  if (is_new) {
    slot.host = host;
    slot.name = name_of_host(host);
  }
  return slot;
}

void Frontier::add_host(const std::string& host, HostOrigin origin) {
  HostSlot& slot = slot_of(host);
  if (origin == HostOrigin::Resumed) slot.resumed = true;
  if (!slot.running) turns_.put(host, kAtOnce);
}

void Frontier::forget_if_idle(HostSlot& slot, std::int64_t now_ms) {
  if (slot.running || slot.resolving || !slot.unsettled.empty() || !slot.robots_hops.empty())
    return;
  if (slot.lanes) politeness_.release(*slot.lanes, now_ms);
  const std::string host = slot.host;
  turns_.remove(host);
  slots_.erase(host);
}

// --- names -------------------------------------------------------------------------------------

bool Frontier::ensure_addresses(HostSlot& slot, std::int64_t now_ms) {
  if (slot.addresses && slot.addresses->expire_ms > now_ms) return true;
  if (policy::parse_ip_address(slot.name)) {
    HostAddresses literal = judge_addresses({slot.name}, settings_.addresses);
    literal.expire_ms = kNever;
    set_addresses(slot, std::move(literal), now_ms);
    return true;
  }
  slot.resolving = true;
  std::set<std::string>& waiting = resolving_hosts_[slot.name];
  if (waiting.empty()) resolver_.ask(slot.name);
  waiting.insert(slot.host);
  return false;
}

void Frontier::resolved(const Resolution& resolution, std::int64_t now_ms) {
  const auto waiting = resolving_hosts_.find(resolution.name);
  if (waiting == resolving_hosts_.end()) return;
  for (const std::string& host : waiting->second) {
    HostSlot& slot = slot_of(host);
    HostAddresses addresses = judge_addresses(resolution.addresses, settings_.addresses);
    addresses.expire_ms = now_ms + kAddressLifeMs;
    addresses.pinned = true;
    set_addresses(slot, std::move(addresses), now_ms);
    slot.resolving = false;
    turns_.put(host, kAtOnce);
  }
  resolving_hosts_.erase(waiting);
}

void Frontier::set_addresses(HostSlot& slot, HostAddresses addresses, std::int64_t now_ms) {
  // Without an address the name stands for it, or all unknown names would share one lane.
  const std::vector<std::string> name{slot.name};
  Lanes lanes = lanes_of(slot.host, addresses.dialable.empty() ? name : addresses.dialable,
                         parser::registrable_domain(slot.name).value_or(slot.name));
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
    if (found == slots_.end() || found->second.running) continue;
    Turn turn = take_turn(found->second, now_ms);
    if (!turn.empty()) return turn;
  }
  return {};
}

Turn Frontier::take_turn(HostSlot& slot, std::int64_t now_ms) {
  if (!ensure_addresses(slot, now_ms)) return {};
  assert(slot.lanes && slot.addresses);
  const auto ready_ms = politeness_.ready_at_ms(*slot.lanes);
  if (!ready_ms) {
    politeness_.wait_for(*slot.lanes, slot.host);
    return {};
  }
  if (*ready_ms > now_ms) {
    turns_.put(slot.host, *ready_ms);
    return {};
  }
  if (slot.robots_hops.empty()) return choose(slot, now_ms);
  RobotsHop hop = std::move(slot.robots_hops.front());
  slot.robots_hops.pop_front();
  Turn turn;
  if (const auto reason = refusal(slot, hop.url)) {
    turn.refused_robots =
        RefusedRobots{hop.origin, fmt::format("redirects to {}: {}", hop.url.href, *reason)};
    turns_.put(slot.host, kAtOnce);
  } else {
    turn.task = begin_robots(slot, std::move(hop), now_ms);
  }
  return turn;
}

// Goes through the host's most urgent URLs until one may be fetched.
Turn Frontier::choose(HostSlot& slot, std::int64_t now_ms) {
  Turn turn;
  std::int64_t opens_ms = kNever;
  bool awaits_robots = false;
  for (auto& url : archive_.queued(slot.host, kCandidates + slot.unsettled.size(), now_ms)) {
    if (slot.unsettled.contains(url.url)) continue;
    Judgement judgement = judge(slot, url.url, now_ms);
    switch (judgement.what) {
      case Judgement::What::Refuse:
        turn.verdicts.push_back({std::move(url), storage::UrlState::Refused, judgement.reason});
        continue;
      case Judgement::What::Disallow:
        turn.verdicts.push_back({std::move(url), storage::UrlState::Disallowed, judgement.reason});
        continue;
      case Judgement::What::AwaitRobots:
        awaits_robots = true;
        continue;
      case Judgement::What::Closed:
        opens_ms = std::min(opens_ms, judgement.opens_ms);
        continue;
      case Judgement::What::FetchRobots:
        turn.task = begin_robots(slot, robots_of(judgement.url), now_ms);
        break;
      case Judgement::What::Fetch:
        turn.task = begin(slot, std::move(url), std::move(judgement.url), now_ms);
        break;
    }
    break;
  }
  for (const Verdict& verdict : turn.verdicts) slot.unsettled.insert(verdict.url.url);
  if (turn.task) return turn;
  if (!turn.verdicts.empty()) {
    if (slot.unsettled.size() < kUnsettledMax) turns_.put(slot.host, kAtOnce);
  } else if (opens_ms != kNever) {
    turns_.put(slot.host, opens_ms);
  } else if (!awaits_robots) {
    sleep_until_due(slot, now_ms);
  }
  return turn;
}

Frontier::Judgement Frontier::judge(const HostSlot& slot, const std::string& href,
                                    std::int64_t now_ms) {
  using What = Judgement::What;
  auto parsed = parser::parse_url(href);
  if (!parsed) return {What::Refuse, {}, std::string(parser::describe(parsed.error())), 0};
  if (const auto reason = refusal(slot, *parsed)) return {What::Refuse, {}, *reason, 0};
  const std::string origin = parser::origin_of(*parsed);
  if (const auto awaited = awaiting_robots_.find(origin); awaited != awaiting_robots_.end()) {
    awaited->second.insert(slot.host);
    return {What::AwaitRobots, {}, "", 0};
  }
  const OriginRobots* robots = robots_.find(origin, now_ms);
  if (!robots) return {What::FetchRobots, *std::move(parsed), "", 0};
  if (robots->access == policy::RobotsAccess::DisallowAll)
    return {What::Closed, {}, "", robots->expires_ms};
  const policy::RobotsVerdict verdict = ask_robots(*robots, settings_.product_token, *parsed);
  if (!verdict.allowed) return {What::Disallow, {}, policy::describe(verdict), 0};
  return {What::Fetch, *std::move(parsed), "", 0};
}

void Frontier::sleep_until_due(HostSlot& slot, std::int64_t now_ms) {
  std::int64_t due_ms = kNever;
  for (const auto& url : archive_.queued(slot.host, kCandidates + slot.unsettled.size()))
    if (!slot.unsettled.contains(url.url)) due_ms = std::min(due_ms, url.due_ms);
  if (due_ms != kNever)
    turns_.put(slot.host, std::min(due_ms, now_ms + kLookAgainMs));
  else
    forget_if_idle(slot, now_ms);
}

std::optional<std::string> Frontier::refusal(const HostSlot& slot, const model::Url& url) const {
  assert(slot.addresses);
  if (!slot.addresses->refused.empty()) return slot.addresses->refused;
  policy::FetchFacts facts;
  facts.scheme = url.scheme;
  facts.has_credentials = !url.username.empty() || !url.password.empty();
  facts.port = url.port;
  facts.host = slot.addresses->kind;
  facts.robots = policy::RobotsStanding::IsRobotsFile;  // the rules themselves are asked later
  facts.contact = settings_.contact;
  const policy::FetchReason reason = policy::may_fetch(facts, {});
  if (reason == policy::FetchReason::Allowed) return std::nullopt;
  return std::string(policy::name_of(reason));
}

FetchTask Frontier::begin(HostSlot& slot, storage::QueuedUrl url, model::Url parsed,
                          std::int64_t now_ms) {
  assert(slot.lanes && slot.addresses);
  slot.running = true;
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
    if (slots_.contains(waiter)) turns_.put(waiter, kAtOnce);
  slot_of(task.url.host).running = false;
  turns_.put(task.url.host, kAtOnce);
}

void Frontier::follow_robots(const FetchTask& task, const model::Url& target) {
  awaiting_robots_[task.robots_of].insert(task.url.host);
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
  const auto awaiting = awaiting_robots_.find(record.origin);
  if (awaiting == awaiting_robots_.end()) return;
  for (const std::string& host : awaiting->second)
    if (slots_.contains(host)) turns_.put(host, kAtOnce);
  awaiting_robots_.erase(awaiting);
}

void Frontier::settled(const std::string& host, const std::string& url) {
  const auto found = slots_.find(host);
  if (found == slots_.end()) return;
  found->second.unsettled.erase(url);
  if (!found->second.running && !found->second.resolving) turns_.put(host, kAtOnce);
}

}  // namespace dixit::crawler
