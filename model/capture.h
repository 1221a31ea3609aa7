#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace dixit::model {

// Where a record stands inside the archive's WARC files.
struct WarcLocation {
  std::string file;          // name inside the archive's warc/ directory
  std::uint64_t offset = 0;  // first byte of the record's gzip member
  std::uint64_t length = 0;  // bytes of that member

  bool operator==(const WarcLocation&) const = default;
};

// What a record keeps of a page's wish not to be archived, indexed or mined.
struct OptOuts {
  bool noarchive = false;
  bool noindex = false;
  bool nofollow = false;
  bool tdm_reserved = false;  // W3C TDM Reservation Protocol

  bool operator==(const OptOuts&) const = default;
};

// One fetched response as archived. Its payload is the body as sent, before content decoding.
struct Capture {
  std::string id;   // first 16 bytes of SHA-256 over url, fetched_at_ms and payload digest, in hex
  std::string url;  // as requested, after canonicalisation
  std::int64_t fetched_at_ms = 0;  // Unix time
  int status = 0;                  // HTTP status; 200 for an ingested file
  std::string http_version;        // "1.1", "2", or "" when not fetched over HTTP
  std::vector<std::pair<std::string, std::string>> headers;  // in the order and spelling received
  std::string remote_address;                                // the address really dialled
  std::string payload_sha256;                                // hex
  std::uint64_t payload_bytes = 0;
  std::string redirect_target;  // absolute URL, "" when there is none
  OptOuts opt_outs;
  WarcLocation response;
  WarcLocation request;

  bool operator==(const Capture&) const = default;
};

}  // namespace dixit::model
