#include "storage/document_records.h"

#include <string>
#include <utility>

#include "storage/code_points.h"
#include "storage/codec.h"
#include "storage/counts.h"
#include "storage/digest.h"
#include "storage/keys.h"
#include "storage/page_versions.h"
#include "storage/quotation_index.h"
#include "storage/quotation_row.h"
#include "storage/record_keys.h"

namespace dixit::storage {
namespace {

std::optional<StoredDocument> read_stored(const Reader& reader, std::string_view id) {
  const auto bytes = reader.get(Table::Documents, document_key(id));
  return bytes ? decode_document(*bytes) : std::nullopt;
}

void change_totals(Batch& batch, const model::Document& document, std::int64_t change) {
  add_to_count(batch, count::kDocuments, change);
  if (document.is_article) add_to_count(batch, count::kArticles, change);
  add_to_count(batch, std::string(count::kOutletPrefix) + document.outlet, change);
  add_to_count(batch, std::string(count::kLanguagePrefix) + document.language, change);
}

std::string date_key(std::string_view id, const model::PublishedAt& published) {
  return index_key(kEveryDocument, published.unix_seconds, from_hex(id));
}

void forget_stored(Batch& batch, const model::Document& document) {
  change_totals(batch, document, -1);
  if (document.published_at) {
    batch.erase(Table::ByDate, date_key(document.id, *document.published_at));
  }
}

void put_stored(Batch& batch, const StoredDocument& stored) {
  const model::Document& document = stored.document;
  batch.put(Table::Documents, document_key(document.id), encode(stored));
  batch.put(Table::Documents,
            documents_of_url_prefix(page_url_of(document)) + from_hex(document.id), "");
  change_totals(batch, document, 1);
  if (document.published_at) {
    batch.put(Table::ByDate, date_key(document.id, *document.published_at), "");
  }
}

// The document's record, with the capture that first brought its text and the address where it did.
StoredDocument record_of(const Reader& reader, const model::Document& document,
                         const std::optional<StoredDocument>& before) {
  StoredDocument stored{document, {}, 0};
  stored.document.quotations.clear();
  const auto bytes = reader.get(Table::Captures, capture_key(document.capture_id));
  if (const auto capture = bytes ? decode_capture(*bytes) : std::nullopt) {
    stored.fetched_at_ms = capture->fetched_at_ms;
  }
  const bool first_known = before && !before->document.capture_id.empty();
  if (first_known && (stored.fetched_at_ms == 0 || before->fetched_at_ms < stored.fetched_at_ms)) {
    stored.document.capture_id = before->document.capture_id;
    stored.document.url = before->document.url;
    stored.fetched_at_ms = before->fetched_at_ms;
  }
  return stored;
}

}  // namespace

void add_document(Batch& batch, const model::Document& document) {
  const auto before = read_stored(batch, document.id);
  StoredDocument stored = record_of(batch, document, before);
  const CodePointPlaces places(stored.document.text);
  QuotationRecords quotations;
  for (const model::Quotation& quotation : document.quotations) {
    StoredQuotation record = quotation_record(stored, places, quotation);
    const std::string id = record.row.id;
    if (quotations.emplace(id, std::move(record)).second) stored.quotation_ids.push_back(id);
  }
  if (before) forget_stored(batch, before->document);
  put_stored(batch, stored);
  put_quotations(batch, before, stored, quotations);
}

std::optional<model::Document> read_document(const Reader& reader, std::string_view id) {
  auto stored = read_stored(reader, id);
  if (!stored) return std::nullopt;
  for (const std::string& quotation_id : stored->quotation_ids) {
    const auto bytes = reader.get(Table::Quotations, quotation_key(quotation_id));
    auto quotation = bytes ? decode_quotation(*bytes) : std::nullopt;
    if (quotation) stored->document.quotations.push_back(std::move(quotation->row.quotation));
  }
  return std::move(stored->document);
}

}  // namespace dixit::storage
