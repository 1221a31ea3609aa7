#include "storage/cluster_members.h"

#include <map>
#include <utility>

#include "storage/codec.h"
#include "storage/digest.h"
#include "storage/keys.h"
#include "storage/quotation_row.h"
#include "storage/record_keys.h"
#include "storage/stem.h"

namespace dixit::storage {
namespace {

// Calls visit(rest of the key, value) for every key of the family with the prefix. It must not
// change the batch that is read.
template <typename Visit>
void for_each_key(const Reader& reader, const std::string& prefix, Visit visit) {
  for (Cursor cursor = reader.cursor(Table::Clusters, prefix); cursor.valid(); cursor.next()) {
    visit(cursor.key().substr(prefix.size()), cursor.value());
  }
}

// The record of a program of schema 1, nothing for a cluster of ours.
std::optional<OlderCluster> read_older(const Reader& reader, std::string_view root) {
  const auto bytes = reader.get(Table::Clusters, older_cluster_key(root));
  return bytes ? decode_older_cluster(*bytes) : std::nullopt;
}

std::map<std::string, std::uint64_t> members_by_language(const Reader& reader,
                                                         std::string_view root) {
  std::map<std::string, std::uint64_t> counts;
  for_each_key(reader, cluster_languages_prefix(root),
               [&](auto language, auto value) { counts.emplace(language, number_in(value)); });
  return counts;
}

void change_language(Batch& batch, std::string_view root, std::string_view language,
                     std::int64_t change) {
  const std::string key = cluster_languages_prefix(root) + std::string(language);
  const std::uint64_t before = number_in(batch.get(Table::Clusters, key).value_or(""));
  const std::uint64_t after = before + static_cast<std::uint64_t>(change);
  if (after == 0) {
    batch.erase(Table::Clusters, key);
  } else {
    batch.put(Table::Clusters, key, number_key(after));
  }
}

void put_member(Batch& batch, std::string_view root, std::string_view quotation_id) {
  batch.put(Table::Clusters, cluster_members_prefix(root) + from_hex(quotation_id), "");
  batch.put(Table::Clusters, membership_key(quotation_id), from_hex(root));
}

}  // namespace

std::optional<std::string> root_of(const Reader& reader, std::string_view quotation_id) {
  const auto root = reader.get(Table::Clusters, membership_key(quotation_id));
  return root ? std::optional(to_hex(*root)) : std::nullopt;
}

std::string new_root(const Reader& reader, std::string_view quotation_id) {
  // A cluster keeps its root when the quotation with which it began has left it.
  std::string root(quotation_id);
  while (!least_member_id(reader, root).empty()) root = to_hex(short_hash(root));
  return root;
}

std::set<std::string> member_ids(const Reader& reader, std::string_view root) {
  if (auto older = read_older(reader, root)) return std::move(older->member_ids);
  std::set<std::string> ids;
  for_each_key(reader, cluster_members_prefix(root),
               [&](auto id, auto /*value*/) { ids.insert(to_hex(id)); });
  return ids;
}

std::string least_member_id(const Reader& reader, std::string_view root) {
  const std::string prefix = cluster_members_prefix(root);
  const Cursor cursor = reader.cursor(Table::Clusters, prefix);
  if (cursor.valid()) return to_hex(cursor.key().substr(prefix.size()));
  return reader.contains(Table::Clusters, older_cluster_key(root)) ? std::string(root)
                                                                   : std::string();
}

std::set<std::string> member_languages(const Reader& reader, std::string_view root) {
  if (auto older = read_older(reader, root)) return std::move(older->languages);
  std::set<std::string> languages;
  for_each_key(reader, cluster_languages_prefix(root),
               [&](auto language, auto /*value*/) { languages.emplace(language); });
  return languages;
}

void enter_older_members(Batch& batch, std::string_view root) {
  const auto older = read_older(batch, root);
  if (!older) return;
  batch.erase(Table::Clusters, older_cluster_key(root));
  for (const std::string& id : older->member_ids) {
    const auto bytes = batch.get(Table::Quotations, quotation_key(id));
    if (const auto record = bytes ? decode_quotation(*bytes) : std::nullopt) {
      add_member(batch, root, id, primary_subtag(language_of(record->row)));
    }
  }
}

std::uint64_t count_members(const Reader& reader, std::string_view root) {
  std::uint64_t members = 0;
  for (const auto& [language, count] : members_by_language(reader, root)) members += count;
  return members;
}

void add_member(Batch& batch, std::string_view root, std::string_view quotation_id,
                std::string_view language) {
  put_member(batch, root, quotation_id);
  change_language(batch, root, language, 1);
}

void remove_member(Batch& batch, std::string_view root, std::string_view quotation_id,
                   std::string_view language) {
  batch.erase(Table::Clusters, cluster_members_prefix(root) + from_hex(quotation_id));
  batch.erase(Table::Clusters, membership_key(quotation_id));
  change_language(batch, root, language, -1);
}

std::string join_clusters(Batch& batch, const std::string& a, const std::string& b) {
  const bool a_is_larger = count_members(batch, a) >= count_members(batch, b);
  const std::string& to = a_is_larger ? a : b;
  const std::string& from = a_is_larger ? b : a;
  for (const std::string& id : member_ids(batch, from)) {
    batch.erase(Table::Clusters, cluster_members_prefix(from) + from_hex(id));
    put_member(batch, to, id);
  }
  for (const auto& [language, count] : members_by_language(batch, from)) {
    batch.erase(Table::Clusters, cluster_languages_prefix(from) + language);
    change_language(batch, to, language, static_cast<std::int64_t>(count));
  }
  return to;
}

}  // namespace dixit::storage
