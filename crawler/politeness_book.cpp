#include "crawler/politeness_book.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "crawler/politeness_record.h"
#include "policy/address_guard.h"
#include "storage/archive.h"

namespace dixit::crawler {
namespace {

constexpr std::string_view kAddressPrefix = "ip ";
constexpr std::string_view kDomainPrefix = "domain ";

struct LaneKey {
  std::string_view key;
  policy::PolitenessOf of;
};

std::vector<LaneKey> keys_of(const Lanes& lanes) {
  std::vector<LaneKey> keys = {{lanes.host, policy::PolitenessOf::Host},
                               {lanes.domain, policy::PolitenessOf::Domain}};
  for (const std::string& address : lanes.addresses)
    keys.push_back({address, policy::PolitenessOf::Address});
  return keys;
}

std::string address_lane(std::string_view address) {
  return std::string(kAddressPrefix).append(address);
}

// What older programs called the lane of an IPv6 address: as the name service spells it, and as it
// stands in a URL.
std::vector<std::string> former_keys(std::string_view lane) {
  if (!lane.starts_with(kAddressPrefix)) return {};
  const auto parsed = policy::parse_ip_address(lane.substr(kAddressPrefix.size()));
  if (!parsed || policy::ipv4_of(*parsed)) return {};
  char text[INET6_ADDRSTRLEN];
  if (!::inet_ntop(AF_INET6, parsed->bytes.data(), text, sizeof text)) return {};
  const std::string spelt = text;
  return {address_lane(spelt), address_lane("[" + spelt + "]")};
}

// The lane's record; where only older programs wrote some, the one that asks for the longest wait.
std::optional<storage::HostRecord> stored_record(const storage::Archive& archive,
                                                 std::string_view lane) {
  auto record = archive.host(lane);
  if (record) return record;
  for (const std::string& key : former_keys(lane)) {
    auto former = archive.host(key);
    if (former && (!record || record->next_allowed_ms < former->next_allowed_ms))
      record = std::move(former);
  }
  return record;
}

bool is_loopback(std::string_view lane) {
  const auto parsed = policy::parse_ip_address(lane.substr(kAddressPrefix.size()));
  return parsed && policy::classify_address(*parsed) == policy::AddressClass::Loopback;
}

}  // namespace

Lanes lanes_of(std::string_view host, const std::vector<std::string>& addresses,
               std::string_view domain) {
  Lanes lanes{std::string(host), {}, std::string(kDomainPrefix).append(domain)};
  for (const std::string& address : addresses) lanes.addresses.push_back(address_lane(address));
  // Name services give them in another order each time.
  std::sort(lanes.addresses.begin(), lanes.addresses.end());
  return lanes;
}

PolitenessBook::PolitenessBook(const storage::Archive& archive, const PolitenessSettings& settings)
    : archive_(archive),
      settings_(settings),
      random_(static_cast<std::minstd_rand::result_type>(settings.random_seed)) {}

storage::HostRecord PolitenessBook::record_of(std::string_view key, policy::PolitenessOf of,
                                              const policy::HostPoliteness& politeness,
                                              const Lanes& lanes) const {
  return {std::string(key), print_politeness(politeness),
          policy::ready_at_ms(politeness, of, rules_for(lanes))};
}

PolitenessBook::Entry& PolitenessBook::at(std::string_view key) {
  const auto found = entries_.find(key);
  assert(found != entries_.end());
  return found->second;
}

const PolitenessBook::Entry* PolitenessBook::find(std::string_view key) const {
  const auto found = entries_.find(key);
  return found == entries_.end() ? nullptr : &found->second;
}

void PolitenessBook::acquire(const Lanes& lanes, std::int64_t now_ms) {
  for (const auto& [key, of] : keys_of(lanes)) {
    const auto [found, is_new] = entries_.try_emplace(std::string(key));
    Entry& entry = found->second;
    ++entry.users;
    const auto record = is_new ? stored_record(archive_, key) : std::nullopt;
    if (!record) continue;
    const auto stored = parse_politeness(record->politeness).value_or(policy::HostPoliteness());
    entry.politeness = policy::as_of(stored, now_ms);
    if (entry.politeness != stored) mended_.push_back(record_of(key, of, entry.politeness, lanes));
    count_as_asked(entry);
  }
}

void PolitenessBook::count_as_asked(Entry& entry) const {
  std::int64_t& busy_until_ms = entry.politeness.busy_until_ms;
  busy_until_ms = std::max(busy_until_ms, settings_.run_started_ms);
}

void PolitenessBook::release(const Lanes& lanes, std::int64_t now_ms) {
  forget_released(now_ms);
  for (const auto& [key, of] : keys_of(lanes)) {
    Entry& entry = at(key);
    if (--entry.users > 0) continue;
    entry.kept_until_ms = now_ms + kPolitenessKeptMs;
    released_.emplace_back(key);
  }
}

void PolitenessBook::forget_released(std::int64_t now_ms) {
  while (!released_.empty()) {
    const auto found = entries_.find(released_.front());
    const bool is_unused = found != entries_.end() && found->second.users == 0;
    if (is_unused && found->second.kept_until_ms > now_ms) return;
    if (is_unused) entries_.erase(found);
    released_.pop_front();
  }
}

void PolitenessBook::assume_asked(const Lanes& lanes) {
  for (const auto& [key, of] : keys_of(lanes)) count_as_asked(at(key));
}

const policy::DelayRules& PolitenessBook::rules_for(const Lanes& lanes) const {
  return std::all_of(lanes.addresses.begin(), lanes.addresses.end(), is_loopback)
             ? settings_.loopback_rules
             : settings_.rules;
}

std::optional<std::int64_t> PolitenessBook::ready_at_ms(const Lanes& lanes) const {
  policy::PolitenessRecords records;
  for (const auto& [key, of] : keys_of(lanes)) {
    const Entry* entry = find(key);
    if (!entry) continue;
    if (entry->held) return std::nullopt;
    if (of == policy::PolitenessOf::Host)
      records.host = entry->politeness;
    else if (of == policy::PolitenessOf::Domain)
      records.domain = entry->politeness;
    else
      records.addresses.push_back(entry->politeness);
  }
  return policy::next_allowed_ms(records, rules_for(lanes));
}

void PolitenessBook::wait_for(const Lanes& lanes, const std::string& waiter) {
  for (const auto& [key, of] : keys_of(lanes)) {
    const auto found = entries_.find(key);
    if (found == entries_.end() || !found->second.held) continue;
    found->second.waiters.push_back(waiter);
    return;
  }
}

void PolitenessBook::begin(const Lanes& lanes, std::int64_t now_ms) {
  for (const auto& [key, of] : keys_of(lanes)) {
    Entry& entry = at(key);
    entry.held = true;
    entry.politeness = policy::after_start(entry.politeness, now_ms);
  }
}

std::vector<std::string> PolitenessBook::end(const Lanes& lanes,
                                             const policy::FetchOutcome& outcome) {
  std::vector<std::string> waiters;
  std::uniform_real_distribution<double> distribution(0.0, 1.0);
  const std::string dialled = address_lane(outcome.dialled_address);
  for (const auto& [key, of] : keys_of(lanes)) {
    Entry& entry = at(key);
    entry.held = false;
    entry.politeness =
        of == policy::PolitenessOf::Address && key != dialled
            ? policy::after_end_elsewhere(entry.politeness, outcome)
            : policy::after_end(entry.politeness, of, outcome, distribution(random_));
    waiters.insert(waiters.end(), entry.waiters.begin(), entry.waiters.end());
    entry.waiters.clear();
  }
  return waiters;
}

void PolitenessBook::set_crawl_delay(const Lanes& lanes, std::int64_t crawl_delay_ms) {
  at(lanes.host).politeness.crawl_delay_ms = crawl_delay_ms;
}

std::vector<storage::HostRecord> PolitenessBook::records(const Lanes& lanes) const {
  std::vector<storage::HostRecord> records;
  for (const auto& [key, of] : keys_of(lanes)) {
    const Entry* entry = find(key);
    if (!entry) continue;
    records.push_back(record_of(key, of, entry->politeness, lanes));
  }
  return records;
}

}  // namespace dixit::crawler
