#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "storage/database.h"

namespace dixit::storage {

// Who belongs to which cluster, as it lies in the database: a key for each member and nothing that
// grows with their number, so that one more costs the same however many there are.
//
// The keys of a cluster stand under its *root*, a name that it keeps for as long as it lasts. The
// root is the id of some quotation, not always of a member, and shown to nobody: what is shown is
// the least id of the members. Ids and roots are hexadecimal; languages are primary subtags.

// The root of the cluster that a quotation is in; nothing for a quotation alone.
std::optional<std::string> root_of(const Reader& reader, std::string_view quotation_id);

// A root that no cluster has, for one that begins with this quotation.
std::string new_root(const Reader& reader, std::string_view quotation_id);

std::set<std::string> member_ids(const Reader& reader, std::string_view root);
// The first of member_ids(), without a walk through the others.
std::string least_member_id(const Reader& reader, std::string_view root);
std::set<std::string> member_languages(const Reader& reader, std::string_view root);

// The rest changes clusters, or counts what is to be changed.
//
// Requires: enter_older_members() was called for every root that is given.

// Programs of schema 1 kept one record a cluster with all of its members. Turns such a record into
// keys, and does nothing for a cluster that has none.
void enter_older_members(Batch& batch, std::string_view root);

std::uint64_t count_members(const Reader& reader, std::string_view root);

// Requires: the quotation is in no cluster yet.
void add_member(Batch& batch, std::string_view root, std::string_view quotation_id,
                std::string_view language);
// Requires: the quotation is in this cluster, added with this language.
void remove_member(Batch& batch, std::string_view root, std::string_view quotation_id,
                   std::string_view language);

// Makes two clusters one, which has one of the two roots: that of the larger, so that no member
// moves more often than the logarithm of how many there are in the end.
std::string join_clusters(Batch& batch, const std::string& a, const std::string& b);

}  // namespace dixit::storage
