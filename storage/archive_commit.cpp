#include <utility>

#include "storage/archive_impl.h"
#include "storage/codec.h"
#include "storage/digest.h"
#include "storage/exchange_records.h"
#include "storage/frontier.h"
#include "storage/keys.h"
#include "storage/meta_keys.h"
#include "storage/page_records.h"
#include "storage/record_keys.h"
#include "storage/utc.h"
#include "storage/warc_lookup.h"

namespace dixit::storage {

std::optional<Original> Archive::Impl::original_of(const Exchange& exchange) const {
  if (!exchange.revisit_of) return std::nullopt;
  // What the exchange names may be a revisit itself; only the first capture holds the payload.
  const auto id = database.get(Table::Captures, payload_key(exchange.revisit_of->payload_sha256));
  const auto bytes = id ? database.get(Table::Captures, capture_key(to_hex(*id))) : std::nullopt;
  auto first = bytes ? decode_capture(*bytes) : std::nullopt;
  Original original{first ? *std::move(first) : *exchange.revisit_of, {}};
  if (const auto reading = read_record_at(warc_directory(), original.capture.response)) {
    original.record_id = field(reading->record, "WARC-Record-ID").value_or("");
  }
  return original;
}

tl::expected<model::Capture, StorageError> Archive::append(const Exchange& exchange) {
  const auto warc = impl_->writer();
  if (!warc) return tl::unexpected(warc.error());
  if (auto begun = (*warc)->begin_exchange(wall_clock_ms()); !begun) {
    return tl::unexpected(begun.error());
  }
  const auto original = impl_->original_of(exchange);
  ExchangeRecords records = exchange_records(exchange, original);
  const auto response = (*warc)->write(records.response);
  if (!response) return tl::unexpected(response.error());
  records.capture.response = *response;
  if (records.request) {
    const auto request = (*warc)->write(*records.request);
    if (!request) return tl::unexpected(request.error());
    records.capture.request = *request;
  }
  return std::move(records.capture);
}

tl::expected<void, StorageError> Archive::commit(std::span<const PageCommit> pages) {
  const auto warc = impl_->writer();
  if (!warc) return tl::unexpected(warc.error());
  if (auto synced = (*warc)->sync(); !synced) return synced;
  Batch batch(impl_->database);
  auto ledger_end = impl_->ledger_end;
  std::uint64_t sequence = impl_->queue_sequence;
  for (const PageCommit& page : pages) add_page(batch, page, sequence, ledger_end);
  batch.put(Table::Meta, kMetaQueueSequence, number_key(sequence));
  batch.put(Table::Meta, kMetaWarcPosition, encode((*warc)->position()));
  if (auto written = impl_->database.write(batch); !written) return written;
  impl_->queue_sequence = sequence;
  impl_->ledger_end = std::move(ledger_end);
  return impl_->catch_up_text();
}

tl::expected<std::size_t, StorageError> Archive::enqueue(std::span<const QueuedUrl> urls) {
  if (const auto warc = impl_->writer(); !warc) return tl::unexpected(warc.error());
  Batch batch(impl_->database);
  std::uint64_t sequence = impl_->queue_sequence;
  std::size_t added = 0;
  for (const QueuedUrl& url : urls) added += add_to_queue(batch, url, sequence);
  if (added == 0) return added;
  batch.put(Table::Meta, kMetaQueueSequence, number_key(sequence));
  if (auto written = impl_->database.write(batch); !written) {
    return tl::unexpected(written.error());
  }
  impl_->queue_sequence = sequence;
  return added;
}

tl::expected<void, StorageError> Archive::set_sources(const SourcesRecord& sources) {
  if (const auto warc = impl_->writer(); !warc) return tl::unexpected(warc.error());
  Batch batch(impl_->database);
  batch.put(Table::Meta, kMetaSources, encode(sources));
  return impl_->database.write(batch);
}

}  // namespace dixit::storage
