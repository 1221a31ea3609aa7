#include "storage/clusters.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <vector>

#include "storage/cluster_candidates.h"
#include "storage/counts.h"
#include "storage/digest.h"
#include "storage/likeness.h"
#include "storage/quotation_row.h"
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

// Adds what a member brings to the cluster's sums; `cluster.members` is the caller's affair.
void add_sums(StoredCluster& stored, const Member& member) {
  model::Cluster& cluster = stored.cluster;
  const bool first = cluster.outlets.empty();
  const std::int64_t time = row_time(member.record.row);
  cluster.first_seen = first ? time : std::min(cluster.first_seen, time);
  const std::string& outlet = member.record.row.outlet;
  const auto at = std::ranges::lower_bound(cluster.outlets, outlet);
  if (at == cluster.outlets.end() || *at != outlet) cluster.outlets.insert(at, outlet);
  stored.chains.insert(member.record.relays);
  stored.languages.insert(primary_subtag(member.telling.language));
}

// Everything anew from the members' records.
StoredCluster build(const Reader& reader, const std::set<std::string>& ids) {
  std::vector<Member> members;
  for (const std::string& id : ids) {
    if (auto member = read_member(reader, id)) members.push_back(*std::move(member));
  }
  StoredCluster stored;
  if (members.empty()) return stored;
  const Member& canonical = *std::ranges::min_element(
      members, [](const Member& a, const Member& b) { return is_fuller(a.telling, b.telling); });
  stored.cluster.id = members.front().telling.id;
  stored.cluster.canonical_quotation_id = canonical.telling.id;
  for (const Member& member : members) {
    stored.cluster.members.push_back(member_entry(member.telling, canonical.telling));
    add_sums(stored, member);
  }
  stored.cluster.independent_origins = independent_origins(stored.chains);
  return stored;
}

std::optional<StoredCluster> read_stored(const Reader& reader, std::string_view id) {
  const auto bytes = reader.get(Table::Clusters, cluster_key(id));
  if (bytes) return decode_cluster(*bytes);
  StoredCluster alone = build(reader, {std::string(id)});
  return alone.cluster.members.empty() ? std::nullopt : std::optional(std::move(alone));
}

std::set<std::string> member_ids(const model::Cluster& cluster) {
  std::set<std::string> ids;
  for (const model::ClusterMember& member : cluster.members) ids.insert(member.quotation_id);
  return ids;
}

void write(Batch& batch, const StoredCluster& stored, const std::set<std::string>& moved) {
  batch.put(Table::Clusters, cluster_key(stored.cluster.id), encode(stored));
  for (const std::string& id : moved) {
    batch.put(Table::Clusters, membership_key(id), from_hex(stored.cluster.id));
  }
}

void erase(Batch& batch, const model::Cluster& cluster) {
  if (cluster.members.size() < 2) return;  // a quotation alone has no record
  batch.erase(Table::Clusters, cluster_key(cluster.id));
  add_to_count(batch, count::kClusters, -1);
}

// The clusters that a new quotation belongs to, as they stand.
std::vector<StoredCluster> clusters_like(const Reader& reader, const Telling& telling) {
  std::set<std::string> by_words;
  std::set<std::string> by_threat;
  for (const std::string& id : candidates_for(reader, telling)) {
    const auto other = read_member(reader, id);
    const auto like = other ? likeness(telling, other->telling) : std::nullopt;
    if (!like) continue;
    auto& ids = like->kind == model::MemberKind::SameThreat ? by_threat : by_words;
    ids.insert(cluster_id_of(reader, id));
  }
  std::vector<StoredCluster> clusters;
  std::set<std::string> languages{primary_subtag(telling.language)};
  for (const std::string& id : by_words) {
    auto stored = read_stored(reader, id);
    if (!stored) continue;
    languages.insert(stored->languages.begin(), stored->languages.end());
    clusters.push_back(*std::move(stored));
  }
  for (const std::string& id : by_threat) {
    if (by_words.contains(id)) continue;
    auto stored = read_stored(reader, id);
    const bool apart = stored && std::ranges::none_of(stored->languages, [&](const auto& language) {
                         return languages.contains(language);
                       });
    if (!apart) continue;
    languages.insert(stored->languages.begin(), stored->languages.end());
    clusters.push_back(*std::move(stored));
  }
  return clusters;
}

// One more member of a cluster whose canonical member and id stay: the others' entries stand.
bool grow(StoredCluster& stored, const Member& member, const Reader& reader) {
  model::Cluster& cluster = stored.cluster;
  const auto canonical = read_member(reader, cluster.canonical_quotation_id);
  if (!canonical || member.telling.id < cluster.id ||
      is_fuller(member.telling, canonical->telling)) {
    return false;
  }
  auto entry = member_entry(member.telling, canonical->telling);
  const auto at = std::ranges::lower_bound(cluster.members, entry.quotation_id, {},
                                           &model::ClusterMember::quotation_id);
  cluster.members.insert(at, std::move(entry));
  add_sums(stored, member);
  cluster.independent_origins = independent_origins(stored.chains);
  return true;
}

}  // namespace

void add_to_clusters(Batch& batch, const StoredQuotation& quotation) {
  const Member member{quotation, telling_of(quotation.row)};
  std::vector<StoredCluster> found = clusters_like(batch, member.telling);
  put_signature(batch, member.telling);
  if (found.empty()) return;
  if (found.size() == 1 && found.front().cluster.members.size() > 1 &&
      grow(found.front(), member, batch)) {
    write(batch, found.front(), {member.telling.id});
    return;
  }
  std::set<std::string> ids{member.telling.id};
  for (const StoredCluster& stored : found) {
    ids.merge(member_ids(stored.cluster));
    erase(batch, stored.cluster);
  }
  write(batch, build(batch, ids), ids);
  add_to_count(batch, count::kClusters, 1);
}

void remove_from_clusters(Batch& batch, const StoredQuotation& quotation) {
  const Telling telling = telling_of(quotation.row);
  erase_signature(batch, telling);
  const auto stored = read_stored(batch, cluster_id_of(batch, telling.id));
  batch.erase(Table::Clusters, membership_key(telling.id));
  if (!stored || stored->cluster.members.size() < 2) return;
  erase(batch, stored->cluster);
  std::set<std::string> ids = member_ids(stored->cluster);
  ids.erase(telling.id);
  if (ids.size() == 1) {
    batch.erase(Table::Clusters, membership_key(*ids.begin()));
    return;
  }
  write(batch, build(batch, ids), ids);
  add_to_count(batch, count::kClusters, 1);
}

std::string cluster_id_of(const Reader& reader, std::string_view quotation_id) {
  const auto id = reader.get(Table::Clusters, membership_key(quotation_id));
  return id ? to_hex(*id) : std::string(quotation_id);
}

std::optional<model::Cluster> read_cluster(const Reader& reader, std::string_view id) {
  auto stored = read_stored(reader, cluster_id_of(reader, id));
  if (!stored) return std::nullopt;
  return std::move(stored->cluster);
}

}  // namespace dixit::storage
