#include "storage/codec.h"
#include "storage/codec_parts.h"
#include "storage/digest.h"

namespace dixit::storage {

std::string encode(const StoredCluster& stored) {
  const model::Cluster& cluster = stored.cluster;
  pb::Cluster out;
  out.set_id(from_hex(cluster.id));
  out.set_canonical_quotation_id(from_hex(cluster.canonical_quotation_id));
  for (const model::ClusterMember& member : cluster.members) {
    pb::ClusterMember& added = *out.add_members();
    added.set_quotation_id(from_hex(member.quotation_id));
    added.set_kind(static_cast<pb::MemberKind>(member.kind));
    added.set_similarity(member.similarity);
  }
  out.set_first_seen(cluster.first_seen);
  for (const std::string& outlet : cluster.outlets) out.add_outlets(outlet);
  for (const std::string& origin : cluster.independent_origins) {
    out.add_independent_origins(origin);
  }
  for (const std::vector<Relay>& chain : stored.chains) {
    pb::Chain& added = *out.add_chains();
    for (const Relay& relay : chain) put(*added.add_relays(), relay);
  }
  for (const std::string& language : stored.languages) out.add_languages(language);
  return out.SerializeAsString();
}

std::optional<StoredCluster> decode_cluster(std::string_view bytes) {
  const auto in = parse<pb::Cluster>(bytes);
  if (!in) return std::nullopt;
  StoredCluster stored;
  model::Cluster& out = stored.cluster;
  out.id = to_hex(in->id());
  out.canonical_quotation_id = to_hex(in->canonical_quotation_id());
  for (const pb::ClusterMember& member : in->members()) {
    out.members.push_back({to_hex(member.quotation_id()),
                           enum_from<model::MemberKind>(member.kind(), pb::MemberKind_IsValid),
                           member.similarity()});
  }
  out.first_seen = in->first_seen();
  out.outlets.assign(in->outlets().begin(), in->outlets().end());
  out.independent_origins.assign(in->independent_origins().begin(),
                                 in->independent_origins().end());
  for (const pb::Chain& chain : in->chains()) {
    std::vector<Relay> relays;
    for (const pb::Relay& relay : chain.relays()) relays.push_back(relay_from(relay));
    stored.chains.insert(std::move(relays));
  }
  stored.languages.insert(in->languages().begin(), in->languages().end());
  return stored;
}

std::string encode(const LedgerEntry& entry) {
  pb::LedgerEntry out;
  out.set_sequence(entry.sequence);
  out.set_time_ms(entry.time_ms);
  out.set_action(entry.action);
  out.set_subject(entry.subject);
  out.set_detail(entry.detail);
  out.set_previous_hash(from_hex(entry.previous_hash));
  out.set_hash(from_hex(entry.hash));
  return out.SerializeAsString();
}

std::optional<LedgerEntry> decode_ledger_entry(std::string_view bytes) {
  const auto in = parse<pb::LedgerEntry>(bytes);
  if (!in) return std::nullopt;
  return LedgerEntry{in->sequence(),    in->time_ms(), in->action(),
                     in->subject(),     in->detail(),  to_hex(in->previous_hash()),
                     to_hex(in->hash())};
}

}  // namespace dixit::storage
