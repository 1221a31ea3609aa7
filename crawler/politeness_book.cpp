#include "crawler/politeness_book.h"

#include <algorithm>
#include <array>
#include <utility>

#include "crawler/politeness_record.h"
#include "policy/address_guard.h"
#include "storage/archive.h"

namespace dixit::crawler {
namespace {

constexpr std::string_view kAddressPrefix = "ip ";
constexpr std::string_view kDomainPrefix = "domain ";

struct LaneKey {
  const std::string& key;
  policy::PolitenessOf of;
};

std::array<LaneKey, 3> keys_of(const Lanes& lanes) {
  return {{{lanes.host, policy::PolitenessOf::Host},
           {lanes.address, policy::PolitenessOf::Address},
           {lanes.domain, policy::PolitenessOf::Domain}}};
}

bool is_loopback(std::string_view address) {
  const auto parsed = policy::parse_ip_address(address);
  return parsed && policy::classify_address(*parsed) == policy::AddressClass::Loopback;
}

}  // namespace

Lanes lanes_of(std::string_view host, std::string_view address, std::string_view domain) {
  return {std::string(host), std::string(kAddressPrefix).append(address),
          std::string(kDomainPrefix).append(domain)};
}

PolitenessBook::PolitenessBook(const storage::Archive& archive, const PolitenessSettings& settings)
    : archive_(archive),
      settings_(settings),
      random_(static_cast<std::minstd_rand::result_type>(settings.random_seed)) {}

PolitenessBook::Entry PolitenessBook::load(const std::string& key) const {
  Entry entry;
  const auto record = archive_.host(key);
  if (!record) return entry;
  if (const auto politeness = parse_politeness(record->politeness)) entry.politeness = *politeness;
  std::int64_t& busy_until_ms = entry.politeness.busy_until_ms;
  busy_until_ms = std::max(busy_until_ms, settings_.run_started_ms);
  return entry;
}

const PolitenessBook::Entry* PolitenessBook::find(const std::string& key) const {
  const auto found = entries_.find(key);
  return found == entries_.end() ? nullptr : &found->second;
}

void PolitenessBook::acquire(const Lanes& lanes) {
  for (const auto& [key, of] : keys_of(lanes)) {
    auto found = entries_.find(key);
    if (found == entries_.end()) found = entries_.emplace(key, load(key)).first;
    ++found->second.users;
  }
}

void PolitenessBook::release(const Lanes& lanes) {
  for (const auto& [key, of] : keys_of(lanes)) {
    const auto found = entries_.find(key);
    if (found != entries_.end() && --found->second.users == 0) entries_.erase(found);
  }
}

void PolitenessBook::assume_asked(const Lanes& lanes) {
  for (const auto& [key, of] : keys_of(lanes)) {
    std::int64_t& busy_until_ms = entries_.at(key).politeness.busy_until_ms;
    busy_until_ms = std::max(busy_until_ms, settings_.run_started_ms);
  }
}

const policy::DelayRules& PolitenessBook::rules_for(const Lanes& lanes) const {
  const std::string_view address = lanes.address;
  return is_loopback(address.substr(kAddressPrefix.size())) ? settings_.loopback_rules
                                                            : settings_.rules;
}

std::optional<std::int64_t> PolitenessBook::ready_at_ms(const Lanes& lanes) const {
  policy::PolitenessRecords records;
  const std::array<policy::HostPoliteness*, 3> places = {&records.host, &records.address,
                                                         &records.domain};
  const auto keys = keys_of(lanes);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Entry* entry = find(keys[i].key);
    if (!entry) continue;
    if (entry->held) return std::nullopt;
    *places[i] = entry->politeness;
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
    Entry& entry = entries_.at(key);
    entry.held = true;
    entry.politeness = policy::after_start(entry.politeness, now_ms);
  }
}

std::vector<std::string> PolitenessBook::end(const Lanes& lanes,
                                             const policy::FetchOutcome& outcome) {
  std::vector<std::string> waiters;
  std::uniform_real_distribution<double> distribution(0.0, 1.0);
  for (const auto& [key, of] : keys_of(lanes)) {
    Entry& entry = entries_.at(key);
    entry.held = false;
    entry.politeness = policy::after_end(entry.politeness, of, outcome, distribution(random_));
    waiters.insert(waiters.end(), entry.waiters.begin(), entry.waiters.end());
    entry.waiters.clear();
  }
  return waiters;
}

void PolitenessBook::set_crawl_delay(const Lanes& lanes, std::int64_t crawl_delay_ms) {
  entries_.at(lanes.host).politeness.crawl_delay_ms = crawl_delay_ms;
}

std::vector<storage::HostRecord> PolitenessBook::records(const Lanes& lanes) const {
  std::vector<storage::HostRecord> records;
  for (const auto& [key, of] : keys_of(lanes)) {
    const Entry* entry = find(key);
    if (!entry) continue;
    records.push_back({key, print_politeness(entry->politeness),
                       policy::ready_at_ms(entry->politeness, of, rules_for(lanes))});
  }
  return records;
}

}  // namespace dixit::crawler
