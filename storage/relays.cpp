#include "storage/relays.h"

#include <algorithm>
#include <map>
#include <set>

#include "storage/fold.h"

namespace dixit::storage {
namespace {

// Roles that can stand at the end of a chain (DESIGN: independent origins). Witnesses, authorities
// and spokespersons are sources within a report, channels are things.
bool is_relay(model::HopRole role) {
  return role == model::HopRole::Monitor || role == model::HopRole::Agency ||
         role == model::HopRole::Broadcaster || role == model::HopRole::Outlet ||
         role == model::HopRole::Republisher;
}

std::string spelling_key(std::string_view name) {
  std::string key;
  for (const std::string& word : words_of(name)) key += word + " ";
  return key;
}

// One key for a relay however a report spells it: its entity, or its folded name, which stands for
// the entity if any report gives both.
class RelayKeys {
 public:
  explicit RelayKeys(const std::set<std::vector<Relay>>& chains) {
    for (const auto& chain : chains) {
      for (const Relay& relay : chain) {
        if (!relay.entity.empty()) entities_[spelling_key(relay.name)].insert(relay.entity);
      }
    }
  }

  std::string key_of(const Relay& relay) const {
    if (!relay.entity.empty()) return spelling_key(relay.entity);
    const std::string spelling = spelling_key(relay.name);
    const auto known = entities_.find(spelling);
    return known == entities_.end() ? spelling : spelling_key(*known->second.begin());
  }

 private:
  std::map<std::string, std::set<std::string>> entities_;
};

}  // namespace

std::vector<Relay> relays_of(const model::Document& document, const model::Quotation& quotation) {
  std::vector<Relay> relays;
  bool names_agency = false;
  for (const model::Hop& hop : quotation.hops) {
    if (!is_relay(hop.role) || hop.name.empty()) continue;
    // The document's own outlet, known from metadata alone, comes last anyway.
    if (hop.role == model::HopRole::Outlet && hop.name == document.outlet) continue;
    names_agency = names_agency || hop.role == model::HopRole::Agency;
    relays.push_back({hop.name, hop.entity});
  }
  if (!names_agency && !document.credit.agencies.empty()) {
    const model::Agency& agency = document.credit.agencies.front();
    relays.push_back({agency.name, agency.entity});
  }
  relays.push_back({document.outlet.empty() ? document.url : document.outlet, {}});
  return relays;
}

std::vector<std::string> independent_origins(const std::set<std::vector<Relay>>& chains) {
  const RelayKeys keys(chains);
  std::map<std::string, std::string> names;  // of every relay, the first in the alphabet
  std::set<std::string> relayed;             // those who had the words from another relay
  for (const auto& chain : chains) {
    std::string inner;
    for (const Relay& relay : chain) {
      const std::string key = keys.key_of(relay);
      const auto [known, added] = names.emplace(key, relay.name);
      if (!added && relay.name < known->second) known->second = relay.name;
      if (!inner.empty() && inner != key) relayed.insert(key);
      inner = key;
    }
  }
  std::vector<std::string> origins;
  for (const auto& [key, name] : names) {
    if (!relayed.contains(key)) origins.push_back(name);
  }
  // Two that quote each other: nobody can say who was first, but somebody was.
  if (origins.empty() && !names.empty()) origins.push_back(names.begin()->second);
  std::ranges::sort(origins);
  return origins;
}

}  // namespace dixit::storage
