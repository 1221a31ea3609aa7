#include "storage/relays.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
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

std::string spelling_key(std::string_view name) { return spaced(words_of(name)); }

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

using Edges = std::vector<std::vector<std::size_t>>;

// Adds to `finished` the nodes that `root` leads to and that are not yet `seen`, each behind those
// it leads to. With a path of its own: chains of strangers may be long.
void visit(const Edges& edges, std::size_t root, std::vector<bool>& seen,
           std::vector<std::size_t>& finished) {
  struct Step {
    std::size_t node;
    std::size_t next;
  };
  if (seen[root]) return;
  seen[root] = true;
  std::vector<Step> path{{root, 0}};
  while (!path.empty()) {
    Step& step = path.back();
    if (step.next == edges[step.node].size()) {
      finished.push_back(step.node);
      path.pop_back();
      continue;
    }
    const std::size_t node = edges[step.node][step.next++];
    if (seen[node]) continue;
    seen[node] = true;
    path.push_back({node, 0});
  }
}

// All chains laid over one another: who passed the words on to whom.
class RelayGraph {
 public:
  explicit RelayGraph(const std::set<std::vector<Relay>>& chains) {
    const RelayKeys keys(chains);
    for (const auto& chain : chains) {
      std::optional<std::size_t> inner;
      for (const Relay& relay : chain) {
        const std::size_t node = node_of(keys.key_of(relay), relay.name);
        if (inner && *inner != node) {
          outwards_[*inner].push_back(node);
          inwards_[node].push_back(*inner);
        }
        inner = node;
      }
    }
  }

  // One name for each group of relays that have the words from one another (most often a group of
  // one) and from nobody outside it.
  std::vector<std::string> origins() const {
    // The last to finish among those not yet reached lies in such a group: whoever led there from
    // outside would have finished later still (Kosaraju).
    std::vector<bool> seen(names_.size());
    std::vector<std::size_t> finished;
    for (std::size_t node = 0; node < names_.size(); ++node) {
      visit(outwards_, node, seen, finished);
    }
    std::vector<bool> reached(names_.size());
    std::vector<std::size_t> ignored;
    std::vector<std::string> origins;
    std::ranges::reverse(finished);
    for (const std::size_t node : finished) {
      if (reached[node]) continue;
      visit(outwards_, node, reached, ignored);
      origins.push_back(first_name_of_group(node));
    }
    return origins;
  }

 private:
  std::size_t node_of(const std::string& key, const std::string& name) {
    const auto [at, added] = nodes_.emplace(key, names_.size());
    if (added) {
      names_.push_back(name);
      outwards_.emplace_back();
      inwards_.emplace_back();
    }
    std::string& known = names_[at->second];
    if (name < known) known = name;
    return at->second;
  }

  // Whoever leads into a group that nobody outside feeds is in it.
  std::string first_name_of_group(std::size_t node) const {
    std::vector<bool> seen(names_.size());
    std::vector<std::size_t> group;
    visit(inwards_, node, seen, group);
    return names_[*std::ranges::min_element(
        group, {}, [this](std::size_t member) -> const std::string& { return names_[member]; })];
  }

  std::map<std::string, std::size_t> nodes_;  // by key
  std::vector<std::string> names_;            // of every relay, the first in the alphabet
  Edges outwards_;
  Edges inwards_;
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
  std::vector<std::string> origins = RelayGraph(chains).origins();
  std::ranges::sort(origins);
  return origins;
}

}  // namespace dixit::storage
