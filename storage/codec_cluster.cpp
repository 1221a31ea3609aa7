#include "storage/codec.h"
#include "storage/codec_parts.h"
#include "storage/digest.h"

namespace dixit::storage {

std::string encode(const OlderCluster& cluster) {
  pb::Cluster out;
  for (const std::string& id : cluster.member_ids) {
    out.add_members()->set_quotation_id(from_hex(id));
  }
  for (const std::string& language : cluster.languages) out.add_languages(language);
  return out.SerializeAsString();
}

std::optional<OlderCluster> decode_older_cluster(std::string_view bytes) {
  const auto in = parse<pb::Cluster>(bytes);
  if (!in) return std::nullopt;
  OlderCluster cluster;
  for (const pb::ClusterMember& member : in->members()) {
    cluster.member_ids.insert(to_hex(member.quotation_id()));
  }
  cluster.languages.insert(in->languages().begin(), in->languages().end());
  return cluster;
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
