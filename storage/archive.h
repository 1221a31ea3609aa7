#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "model/capture.h"
#include "model/cluster.h"
#include "model/document.h"
#include "storage/error.h"
#include "storage/frontier_records.h"
#include "storage/ledger.h"
#include "storage/query.h"

namespace dixit::storage {

// One HTTP exchange or ingested file, as it goes into WARC: bytes as sent and received.
struct Exchange {
  std::string url;
  std::int64_t fetched_at_ms = 0;
  std::string request_head;   // request line and headers with CRLFs; "" for an ingested file
  std::string response_head;  // status line and headers as received; made up for an ingested file
  std::string body;           // as received: still content-encoded, chunks and all
  std::string remote_address;
  std::string http_version;
  int status = 0;
  bool head_synthesised = false;  // HTTP/2, or a file: the head was never on the wire as such
  // Why the body ends early, in WARC-Truncated's words: "length", "time" or "disconnect"; "":
  // whole.
  std::string truncated;
  // Set when the server answered 304 or sent a payload already archived: a revisit is written.
  std::optional<model::Capture> revisit_of;
};

// Everything one processed page changes, made visible together or not at all.
struct PageCommit {
  std::optional<model::Capture> capture;    // as append() returned it, opt_outs filled in
  std::optional<model::Document> document;  // with its quotations
  std::vector<model::Document> posts;       // public posts found in it, each a document
  std::vector<UrlRecord> url_updates;       // the page's own new state
  std::vector<QueuedUrl> discovered;        // put into the queue unless already known
  std::vector<QueuedUrl> again;             // put into the queue as they are, known or not
  std::optional<HostRecord> host;
  std::vector<HostRecord> more_hosts;  // address and registrable domain keep politeness as well
  std::optional<RobotsRecord> robots;
};

struct ArchiveOptions {
  bool create_if_missing = true;
  bool read_only = false;                        // readers may open beside one writer
  std::uint64_t warc_bytes_max = 1'000'000'000;  // a new WARC file is begun beyond this
  std::string software;                          // for warcinfo, such as "Dixit/0.1.0"
  bool rebuild_text = false;                     // make the full-text index anew
};

// A directory of WARC files, the RocksDB records read from them, and a full-text index derived from
// those. See docs/formats.md for the bytes.
//
// Thread-safe: reads from any thread; append() and commit() from one writer thread at a time.
// Ownership: holds the directory's LOCK while open for writing; a second writer is refused.
class Archive {
 public:
  [[nodiscard]] static tl::expected<Archive, StorageError> open(
      const std::filesystem::path& directory, const ArchiveOptions& options);
  Archive(const Archive&) = delete;
  Archive(Archive&&) noexcept;
  Archive& operator=(const Archive&) = delete;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  // Writes request and response (or revisit) records to WARC. Not yet durable and not yet visible:
  // commit() makes both so.
  [[nodiscard]] tl::expected<model::Capture, StorageError> append(const Exchange& exchange);

  // Makes the pages durable and visible: fsync of the WARC, then one synced WriteBatch for them all
  // (records, index keys, clusters, frontier, ledger), then the full-text index. A kill at any
  // point leaves either all of a page or nothing of it.
  [[nodiscard]] tl::expected<void, StorageError> commit(std::span<const PageCommit> pages);

  // Where records lie that opening for writing found behind the last commit, one file each: what a
  // crash left over, or files that no commit of this archive wrote. Empty when read-only.
  [[nodiscard]] std::vector<std::filesystem::path> set_aside() const;

  // --- reading -------------------------------------------------------------------------------
  std::optional<model::Capture> capture(std::string_view id) const;
  std::optional<model::Capture> latest_capture_of(std::string_view url) const;
  // The capture that first brought this payload (hex SHA-256), for Exchange::revisit_of.
  std::optional<model::Capture> capture_of_payload(std::string_view payload_sha256) const;
  std::optional<model::Document> document(std::string_view id) const;
  // A quotation with the document it stands in. `id` may be any unambiguous prefix of 4+
  // characters.
  [[nodiscard]] tl::expected<QuotationRow, StorageError> quotation(std::string_view id) const;
  std::optional<model::Cluster> cluster(std::string_view id) const;
  // Rows that pass the filter, by publication date (then id), oldest first unless asked otherwise.
  [[nodiscard]] tl::expected<std::vector<QuotationRow>, StorageError> find(
      const Query& query) const;
  // The payload's bytes, read back from WARC and checked against the capture's digest.
  [[nodiscard]] tl::expected<std::string, StorageError> payload(
      const model::Capture& capture) const;
  ArchiveStats stats() const;

  // --- walking through everything ------------------------------------------------------------
  // In no order that means anything, as things stood when the walk began, until `visit` returns
  // false. Commits may go on meanwhile.
  void each_capture(const std::function<bool(const model::Capture&)>& visit) const;
  void each_document(const std::function<bool(const model::Document&)>& visit) const;

  // --- custody -------------------------------------------------------------------------------
  // Entries of the custody log from `first` on, oldest first.
  std::vector<LedgerEntry> ledger(std::uint64_t first, std::size_t limit) const;
  // Walks the whole log and checks each entry's hash and its place in the chain.
  LedgerCheck verify_ledger() const;

  // --- frontier ------------------------------------------------------------------------------
  std::optional<UrlRecord> url(std::string_view url) const;
  // Adds what is not yet known; returns how many were new. Durable when it returns.
  [[nodiscard]] tl::expected<std::size_t, StorageError> enqueue(std::span<const QueuedUrl> urls);
  // Up to `limit` queued URLs of one host, most urgent first, without taking them out: they leave
  // the queue when a commit's url_updates says they are done. An update that is still Queued, or
  // has a next_due_ms above 0, waits in the queue until that time.
  std::vector<QueuedUrl> queued(std::string_view host, std::size_t limit) const;
  // The same, without those that are due later than `due_by_ms`.
  std::vector<QueuedUrl> queued(std::string_view host, std::size_t limit,
                                std::int64_t due_by_ms) const;
  // The same of those that stand behind a place.
  std::vector<QueuedUrl> queued(std::string_view host, std::size_t limit, std::int64_t due_by_ms,
                                const QueuePlace& after) const;
  // Hosts that have queued URLs, with the number of them (exact up to a named limit).
  std::vector<HostBacklog> backlog() const;
  // The sources of what waits in the queue, as set last; none in archives of older programs.
  SourcesRecord sources() const;
  // Durable when it returns.
  [[nodiscard]] tl::expected<void, StorageError> set_sources(const SourcesRecord& sources);
  std::optional<HostRecord> host(std::string_view host) const;
  std::optional<RobotsRecord> robots(std::string_view origin) const;

 private:
  struct Impl;
  explicit Archive(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dixit::storage
