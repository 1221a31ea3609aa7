#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "storage/warc_problem.h"
#include "storage/warc_record.h"

namespace dixit::storage {

// Checking the digests that a record gives of itself (ISO 28500:2017 sections 5.8 and 5.9).

enum class DigestVerdict { Match, Mismatch, UnknownAlgorithm, Malformed };

// Whether `label` ("algorithm:value") is the digest of `bytes`. Values are accepted in base32,
// base64, base64url and hexadecimal, told apart by their length.
DigestVerdict check_digest(std::string_view label, std::string_view bytes);

struct DigestChecks {
  std::optional<bool> block_ok;  // absent: no digest, or none that can be checked
  std::optional<bool> payload_ok;
  std::vector<WarcProblem> problems;
};

// Requires: the whole block. The payload digest of a revisit is that of another record's payload,
// that of a segment covers the other segments as well: neither is checked.
DigestChecks check_digests(const WarcRecord& record);

}  // namespace dixit::storage
