#include "storage/record_keys.h"

#include <fmt/format.h>

#include <algorithm>

#include "storage/digest.h"
#include "storage/keys.h"

namespace dixit::storage {
namespace {

// Families with more than one kind of key part them by a first byte.
constexpr char kRecord = 'r';
constexpr char kByUrl = 'u';
constexpr char kByPayload = 'p';
constexpr char kMember = 'm';
constexpr char kInCluster = 'i';
constexpr char kByLanguage = 'l';
constexpr char kByWords = 'w';

std::string tagged(char tag, std::string_view rest) { return tag + std::string(rest); }

}  // namespace

std::string_view record_prefix() { return {&kRecord, 1}; }

std::string capture_key(std::string_view id) { return tagged(kRecord, from_hex(id)); }

std::string captures_of_url_prefix(std::string_view url) { return tagged(kByUrl, hash(url)); }

std::string payload_key(std::string_view payload_sha256) {
  return tagged(kByPayload, from_hex(payload_sha256).substr(0, kHashBytes));
}

std::string document_key(std::string_view id) { return tagged(kRecord, from_hex(id)); }

std::string documents_of_url_prefix(std::string_view page_url) {
  return tagged(kByUrl, hash(page_url));
}

std::string rows_of_words_prefix(std::string_view page_url, std::string_view words) {
  return tagged(kByWords, hash(fmt::format("{}\n{}", page_url, words)));
}

std::string quotation_key(std::string_view id) { return from_hex(id); }

std::string membership_key(std::string_view quotation_id) {
  return tagged(kMember, from_hex(quotation_id));
}

std::string cluster_members_prefix(std::string_view root) {
  return tagged(kInCluster, from_hex(root));
}

std::string cluster_languages_prefix(std::string_view root) {
  return tagged(kByLanguage, from_hex(root));
}

std::string older_cluster_key(std::string_view id) { return tagged(kRecord, from_hex(id)); }

std::string url_key(std::string_view url) { return hash(url); }

std::string queue_prefix(std::string_view host) { return short_hash(host); }

std::string queue_key(std::string_view host, int priority, std::int64_t due_ms,
                      std::uint64_t sequence) {
  constexpr int kPriorityMax = 9;
  std::string key = queue_prefix(host);
  key += static_cast<char>(std::clamp(priority, 0, kPriorityMax));
  return key + time_key(due_ms) + number_key(sequence);
}

}  // namespace dixit::storage
