#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dixit::storage {

// Keys of single records. Ids are given in hex, as the model has them.

// With which the keys of records begin in families that have other keys as well.
std::string_view record_prefix();

std::string capture_key(std::string_view id);
// Captures of one URL, oldest first: prefix, then time_key(fetched_at_ms) and the id.
std::string captures_of_url_prefix(std::string_view url);
// The capture that first brought a payload.
std::string payload_key(std::string_view payload_sha256);

std::string document_key(std::string_view id);
// Documents read from one page URL: prefix, then the id. The prefix alone is the key that says
// that their rows are entered under their words.
std::string documents_of_url_prefix(std::string_view page_url);
// Rows with the same words in the versions of one page: prefix, then time_key(fetched_at_ms) and
// the ids of document and quotation. `words` are folded.
std::string rows_of_words_prefix(std::string_view page_url, std::string_view words);

std::string quotation_key(std::string_view id);
// The root of the cluster that a quotation is in (storage/cluster_members.h).
std::string membership_key(std::string_view quotation_id);
// The members of a cluster: prefix, then the quotation's id.
std::string cluster_members_prefix(std::string_view root);
// How many members a cluster has in each language: prefix, then the primary subtag.
std::string cluster_languages_prefix(std::string_view root);
// A cluster's one record in archives of schema 1.
std::string older_cluster_key(std::string_view id);

std::string url_key(std::string_view url);

// Queue: host, then priority, due time and sequence.
std::string queue_prefix(std::string_view host);
std::string queue_key(std::string_view host, int priority, std::int64_t due_ms,
                      std::uint64_t sequence);

}  // namespace dixit::storage
