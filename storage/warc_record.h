#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dixit::storage {

// A WARC record (ISO 28500:2017): named fields in their order, and a block.
struct WarcRecord {
  std::string version = "WARC/1.1";
  std::vector<std::pair<std::string, std::string>> fields;
  std::string block;

  bool operator==(const WarcRecord&) const = default;
};

// The first field of that name; names ignore case (section 4).
std::optional<std::string_view> field(const WarcRecord& record, std::string_view name);

// The record's bytes before compression, with Content-Length and WARC-Block-Digest filled in and
// the two CRLFs that end it.
std::string serialise(const WarcRecord& record);

// "<urn:uuid:...>", version 4 (RFC 9562 section 5.4).
std::string new_record_id();

// "sha256:" and lower-case hexadecimal. The standard leaves algorithm and encoding open; this is
// the spelling under which the same digest stands in our records.
std::string digest_label(std::string_view sha256_hex);

// Values of WARC-Profile (sections 6.7.2 and 6.7.3).
inline constexpr std::string_view kProfileIdenticalPayload =
    "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
inline constexpr std::string_view kProfileNotModified =
    "http://netpreserve.org/warc/1.1/revisit/server-not-modified";

}  // namespace dixit::storage
