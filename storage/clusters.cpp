#include "storage/clusters.h"

#include <algorithm>
#include <compare>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "storage/cluster_candidates.h"
#include "storage/cluster_members.h"
#include "storage/counts.h"
#include "storage/likeness.h"
#include "storage/record_keys.h"
#include "storage/stem.h"

namespace dixit::storage {
namespace {

// A member with what the cluster needs to know of it.
struct Member {
  StoredQuotation record;
  Telling telling;
};

std::optional<Member> read_member(const Reader& reader, std::string_view id) {
  const auto bytes = reader.get(Table::Quotations, quotation_key(id));
  auto record = bytes ? decode_quotation(*bytes) : std::nullopt;
  if (!record || !record->superseded_by.empty()) return std::nullopt;
  Telling telling = telling_of(record->row);
  return Member{*std::move(record), std::move(telling)};
}

// The member that the others are measured by: verbatim and fullest, then earliest, then least id.
bool is_fuller(const Telling& a, const Telling& b) {
  const auto rank = [](const Telling& telling) {
    return std::tuple(!telling.verbatim, -static_cast<std::int64_t>(telling.wording.words.size()),
                      telling.time, telling.id);
  };
  return rank(a) < rank(b);
}

// A member that is like another member than the canonical one is told by its language.
model::ClusterMember member_entry(const Telling& telling, const Telling& canonical) {
  if (telling.id == canonical.id) return {telling.id, model::MemberKind::Canonical, 1};
  if (const auto like = likeness(telling, canonical)) {
    return {telling.id, like->kind, like->similarity};
  }
  const bool one_language = primary_subtag(telling.language) == primary_subtag(canonical.language);
  return {telling.id, one_language ? model::MemberKind::Rewording : model::MemberKind::SameThreat,
          one_language ? overlap(telling.wording, canonical.wording) : 0};
}

// Everything that is known of a cluster follows from its members' records. Nothing when there are
// none.
std::optional<model::Cluster> cluster_of(const Reader& reader, const std::set<std::string>& ids) {
  std::vector<Member> members;
  for (const std::string& id : ids) {
    if (auto member = read_member(reader, id)) members.push_back(*std::move(member));
  }
  if (members.empty()) return std::nullopt;
  const Member& canonical = *std::ranges::min_element(
      members, [](const Member& a, const Member& b) { return is_fuller(a.telling, b.telling); });
  model::Cluster cluster;
  cluster.id = members.front().telling.id;
  cluster.canonical_quotation_id = canonical.telling.id;
  std::set<std::string> outlets;
  std::set<std::vector<Relay>> chains;
  for (const Member& member : members) {
    cluster.members.push_back(member_entry(member.telling, canonical.telling));
    outlets.insert(member.record.row.outlet);
    chains.insert(member.record.relays);
  }
  cluster.outlets.assign(outlets.begin(), outlets.end());
  cluster.independent_origins = independent_origins(chains);
  return cluster;
}

// A cluster, or a quotation that is in none yet; in the order of the ids by which they are known.
struct Group {
  std::string id;
  std::string root;  // "" for a quotation alone

  auto operator<=>(const Group&) const = default;
};

// The groups of quotations that are met one after another, most often the same one.
class Groups {
 public:
  explicit Groups(const Reader& reader) : reader_(&reader) {}

  Group of(const std::string& quotation_id) {
    auto root = root_of(*reader_, quotation_id);
    if (!root) return {quotation_id, {}};
    const auto [known, added] = ids_.try_emplace(*root);
    if (added) known->second = least_member_id(*reader_, *root);
    return {known->second, *std::move(root)};
  }

 private:
  const Reader* reader_;
  std::map<std::string, std::string> ids_;  // by root
};

std::set<std::string> languages_of(const Reader& reader, const Group& group) {
  if (!group.root.empty()) return member_languages(reader, group.root);
  const auto alone = read_member(reader, group.id);
  return alone ? std::set{primary_subtag(alone->telling.language)} : std::set<std::string>{};
}

// The groups that a new quotation belongs to, as they stand.
std::vector<Group> groups_like(const Reader& reader, const Telling& telling) {
  Groups groups(reader);
  std::set<Group> by_words;
  std::set<Group> by_threat;
  for (const std::string& id : candidates_for(reader, telling)) {
    const auto other = read_member(reader, id);
    const auto like = other ? likeness(telling, other->telling) : std::nullopt;
    if (!like) continue;
    (like->kind == model::MemberKind::SameThreat ? by_threat : by_words).insert(groups.of(id));
  }
  std::vector<Group> found(by_words.begin(), by_words.end());
  if (by_threat.empty()) return found;
  std::set<std::string> languages{primary_subtag(telling.language)};
  for (const Group& group : found) languages.merge(languages_of(reader, group));
  for (const Group& group : by_threat) {
    if (by_words.contains(group)) continue;
    std::set<std::string> others = languages_of(reader, group);
    const bool apart = std::ranges::none_of(
        others, [&](const std::string& language) { return languages.contains(language); });
    if (!apart) continue;
    languages.merge(others);
    found.push_back(group);
  }
  return found;
}

void add_alone(Batch& batch, const std::string& root, const std::string& quotation_id) {
  const auto alone = read_member(batch, quotation_id);
  if (alone) add_member(batch, root, quotation_id, primary_subtag(alone->telling.language));
}

}  // namespace

void add_to_clusters(Batch& batch, const StoredQuotation& quotation) {
  const Telling telling = telling_of(quotation.row);
  const std::vector<Group> found = groups_like(batch, telling);
  put_signature(batch, telling);
  if (found.empty()) return;
  std::string root;
  for (const Group& group : found) {
    if (group.root.empty()) continue;
    enter_older_members(batch, group.root);
    if (root.empty()) {
      root = group.root;
      continue;
    }
    root = join_clusters(batch, root, group.root);
    add_to_count(batch, count::kClusters, -1);
  }
  if (root.empty()) {
    root = new_root(batch, telling.id);
    add_to_count(batch, count::kClusters, 1);
  }
  for (const Group& group : found) {
    if (group.root.empty()) add_alone(batch, root, group.id);
  }
  add_member(batch, root, telling.id, primary_subtag(telling.language));
}

void remove_from_clusters(Batch& batch, const StoredQuotation& quotation) {
  const Telling telling = telling_of(quotation.row);
  erase_signature(batch, telling);
  const auto root = root_of(batch, telling.id);
  if (!root) return;
  enter_older_members(batch, *root);
  remove_member(batch, *root, telling.id, primary_subtag(telling.language));
  if (count_members(batch, *root) > 1) return;
  // A quotation alone is in no cluster.
  const std::string last = least_member_id(batch, *root);
  for (const std::string& language : member_languages(batch, *root)) {
    remove_member(batch, *root, last, language);
  }
  add_to_count(batch, count::kClusters, -1);
}

std::string cluster_id_of(const Reader& reader, std::string_view quotation_id) {
  const auto root = root_of(reader, quotation_id);
  return root ? least_member_id(reader, *root) : std::string(quotation_id);
}

std::optional<model::Cluster> read_cluster(const Reader& reader, std::string_view id) {
  const auto root = root_of(reader, id);
  return cluster_of(reader, root ? member_ids(reader, *root) : std::set{std::string(id)});
}

}  // namespace dixit::storage
