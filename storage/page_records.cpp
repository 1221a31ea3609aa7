#include "storage/page_records.h"

#include "storage/codec.h"
#include "storage/counts.h"
#include "storage/digest.h"
#include "storage/document_records.h"
#include "storage/frontier.h"
#include "storage/keys.h"
#include "storage/record_keys.h"
#include "storage/utc.h"

namespace dixit::storage {
namespace {

void log(Batch& batch, std::optional<LedgerEntry>& ledger_end, std::string_view action,
         std::string_view subject, std::string_view detail) {
  LedgerEntry entry;
  entry.time_ms = wall_clock_ms();
  entry.action = action;
  entry.subject = subject;
  entry.detail = detail;
  ledger_end = next_ledger_entry(ledger_end ? &*ledger_end : nullptr, std::move(entry));
  batch.put(Table::Ledger, number_key(ledger_end->sequence), encode(*ledger_end));
}

void add_extracted(Batch& batch, const model::Document& document,
                   std::optional<LedgerEntry>& ledger_end) {
  add_document(batch, document);
  log(batch, ledger_end, "extract", document.id, document.extractor_version);
}

void add_capture(Batch& batch, const model::Capture& capture) {
  const std::string key = capture_key(capture.id);
  if (!batch.contains(Table::Captures, key)) add_to_count(batch, count::kCaptures, 1);
  batch.put(Table::Captures, key, encode(capture));
  batch.put(
      Table::Captures,
      captures_of_url_prefix(capture.url) + time_key(capture.fetched_at_ms) + from_hex(capture.id),
      "");
  // The first capture of a payload holds its bytes; later ones are revisits of it.
  const std::string payload = payload_key(capture.payload_sha256);
  if (!batch.contains(Table::Captures, payload)) {
    batch.put(Table::Captures, payload, from_hex(capture.id));
  }
}

}  // namespace

void add_page(Batch& batch, const PageCommit& page, std::uint64_t& sequence,
              std::optional<LedgerEntry>& ledger_end) {
  if (page.capture) {
    add_capture(batch, *page.capture);
    log(batch, ledger_end, "fetch", page.capture->id, page.capture->payload_sha256);
  }
  if (page.document) add_extracted(batch, *page.document, ledger_end);
  for (const model::Document& post : page.posts) add_extracted(batch, post, ledger_end);
  for (const UrlRecord& update : page.url_updates) update_url(batch, update, sequence);
  for (const QueuedUrl& url : page.discovered) add_to_queue(batch, url, sequence);
  for (const QueuedUrl& url : page.again) queue_again(batch, url, sequence);
  if (page.host) batch.put(Table::Hosts, page.host->host, encode(*page.host));
  for (const HostRecord& host : page.more_hosts) batch.put(Table::Hosts, host.host, encode(host));
  if (page.robots) batch.put(Table::Robots, page.robots->origin, encode(*page.robots));
}

}  // namespace dixit::storage
