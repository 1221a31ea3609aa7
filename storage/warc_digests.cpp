#include "storage/warc_digests.h"

#include <algorithm>
#include <string>

#include "storage/ascii.h"
#include "storage/digest.h"
#include "storage/http_message.h"
#include "storage/warc_reader.h"

namespace dixit::storage {
namespace {

std::optional<DigestAlgorithm> algorithm_named(std::string_view name) {
  std::string plain = ascii_lower(name);
  std::erase(plain, '-');
  if (plain == "sha1") return DigestAlgorithm::Sha1;
  if (plain == "sha256") return DigestAlgorithm::Sha256;
  if (plain == "sha512") return DigestAlgorithm::Sha512;
  if (plain == "md5") return DigestAlgorithm::Md5;
  return std::nullopt;
}

std::string without_padding(std::string_view value) {
  return std::string(value.substr(0, value.find('=')));
}

// base64url (RFC 4648 section 5) differs from base64 in two letters.
std::string to_plain_base64(std::string value) {
  std::ranges::replace(value, '-', '+');
  std::ranges::replace(value, '_', '/');
  return value;
}

bool spells(std::string_view value, const std::string& digest) {
  const std::string bare = without_padding(value);
  if (ascii_equal(bare, to_hex(digest))) return true;
  if (ascii_equal(bare, without_padding(to_base32(digest)))) return true;
  return to_plain_base64(bare) == without_padding(to_base64(digest));
}

std::optional<bool> judge(std::string_view name, std::string_view label, DigestVerdict verdict,
                          std::vector<WarcProblem>& problems) {
  switch (verdict) {
    case DigestVerdict::Match:
      return true;
    case DigestVerdict::Mismatch:
      problems.push_back({WarcProblemKind::Mismatch, std::string(name), std::string(label)});
      return false;
    case DigestVerdict::UnknownAlgorithm:
      problems.push_back({WarcProblemKind::Unknown, std::string(name), std::string(label)});
      return std::nullopt;
    case DigestVerdict::Malformed:
      problems.push_back({WarcProblemKind::Invalid, std::string(name), std::string(label)});
      return std::nullopt;
  }
  return std::nullopt;
}

bool payload_is_elsewhere(const WarcRecord& record) {
  const auto type = field(record, "WARC-Type").value_or("");
  return ascii_equal(type, "revisit") || ascii_equal(type, "continuation") ||
         field(record, "WARC-Segment-Number").has_value();
}

// Some writers digest the entity without its chunks, as the standard has it, some the body as sent.
DigestVerdict check_payload(std::string_view label, const WarcRecord& record) {
  const DigestVerdict verdict = check_digest(label, payload_of(record));
  if (verdict != DigestVerdict::Mismatch) return verdict;
  const auto head = parse_http_head(record.block);
  if (!head || !is_chunked(head->headers)) return verdict;
  return check_digest(label, std::string_view(record.block).substr(head->bytes));
}

}  // namespace

DigestVerdict check_digest(std::string_view label, std::string_view bytes) {
  const std::size_t colon = label.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == label.size()) {
    return DigestVerdict::Malformed;
  }
  const auto algorithm = algorithm_named(trim(label.substr(0, colon)));
  if (!algorithm) return DigestVerdict::UnknownAlgorithm;
  Hasher hasher(*algorithm);
  hasher.update(bytes);
  return spells(trim(label.substr(colon + 1)), hasher.finish()) ? DigestVerdict::Match
                                                                : DigestVerdict::Mismatch;
}

DigestChecks check_digests(const WarcRecord& record) {
  constexpr std::string_view kBlock = "WARC-Block-Digest";
  constexpr std::string_view kPayload = "WARC-Payload-Digest";
  DigestChecks checks;
  if (const auto label = field(record, kBlock); label && !label->empty()) {
    checks.block_ok = judge(kBlock, *label, check_digest(*label, record.block), checks.problems);
  }
  const auto label = field(record, kPayload);
  if (label && !label->empty() && !payload_is_elsewhere(record)) {
    checks.payload_ok = judge(kPayload, *label, check_payload(*label, record), checks.problems);
  }
  return checks;
}

}  // namespace dixit::storage
