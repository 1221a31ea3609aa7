#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/capture.h"
#include "model/document.h"
#include "storage/frontier_records.h"
#include "storage/ledger.h"
#include "storage/query.h"
#include "storage/relays.h"

namespace dixit::storage {

// Model values to and from the protobuf messages of storage/records.proto. decode_*() returns
// nothing for bytes that are no such message; it never throws and never reads past the end.

std::string encode(const model::Capture& capture);
std::optional<model::Capture> decode_capture(std::string_view bytes);

// A document's record holds the ids of its quotations, which are records of their own.
struct StoredDocument {
  model::Document document;                // `quotations` empty
  std::vector<std::string> quotation_ids;  // hex, by start
  std::int64_t fetched_at_ms = 0;

  bool operator==(const StoredDocument&) const = default;
};
std::string encode(const StoredDocument& document);
std::optional<StoredDocument> decode_document(std::string_view bytes);

struct StoredQuotation {
  QuotationRow row;           // `cluster_id` empty: clusters keep it
  std::vector<Relay> relays;  // innermost first, the document's outlet last
  std::string superseded_by;  // id of the same words in a later version of the page

  bool operator==(const StoredQuotation&) const = default;
};
std::string encode(const StoredQuotation& quotation);
std::optional<StoredQuotation> decode_quotation(std::string_view bytes);

// A cluster as programs of schema 1 stored it, as far as it is still read: everything else follows
// from the members.
struct OlderCluster {
  std::set<std::string> member_ids;  // hex
  std::set<std::string> languages;   // of the members, primary subtags

  bool operator==(const OlderCluster&) const = default;
};
std::string encode(const OlderCluster& cluster);
std::optional<OlderCluster> decode_older_cluster(std::string_view bytes);

struct StoredUrl {
  UrlRecord record;
  std::string queue_key;  // "" when the URL is not waiting

  bool operator==(const StoredUrl&) const = default;
};
std::string encode(const StoredUrl& url);
std::optional<StoredUrl> decode_url(std::string_view bytes);

std::string encode(const QueuedUrl& url);
std::optional<QueuedUrl> decode_queued_url(std::string_view bytes);

std::string encode(const HostRecord& host);
std::optional<HostRecord> decode_host(std::string_view bytes);

std::string encode(const RobotsRecord& robots);
std::optional<RobotsRecord> decode_robots(std::string_view bytes);

std::string encode(const SourcesRecord& sources);
std::optional<SourcesRecord> decode_sources(std::string_view bytes);

std::string encode(const LedgerEntry& entry);
std::optional<LedgerEntry> decode_ledger_entry(std::string_view bytes);

// The end of the last WARC record that a batch points at.
struct WarcPosition {
  std::string file;
  std::uint64_t offset = 0;
  std::uint64_t serial = 0;

  bool operator==(const WarcPosition&) const = default;
};
std::string encode(const WarcPosition& position);
std::optional<WarcPosition> decode_warc_position(std::string_view bytes);

}  // namespace dixit::storage
