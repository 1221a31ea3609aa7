#include "storage/document_records.h"

#include "storage/codec.h"
#include "storage/digest.h"
#include "storage/keys.h"
#include "storage/quotation_row.h"
#include "storage/record_keys.h"

namespace dixit::storage {

void add_document(Batch& batch, const model::Document& document, std::int64_t fetched_at_ms) {
  StoredDocument stored{document, {}, fetched_at_ms};
  stored.document.quotations.clear();
  for (const model::Quotation& quotation : document.quotations) {
    StoredQuotation record{quotation_row(document, quotation, fetched_at_ms), {}, {}};
    stored.quotation_ids.push_back(record.row.id);
    batch.put(Table::Quotations, from_hex(record.row.id), encode(record));
  }
  batch.put(Table::Documents, document_key(document.id), encode(stored));
  batch.put(Table::Documents,
            documents_of_url_prefix(document.canonical_url) + from_hex(document.id), "");
}

std::optional<model::Document> read_document(const Reader& reader, std::string_view id) {
  const auto bytes = reader.get(Table::Documents, document_key(id));
  auto stored = bytes ? decode_document(*bytes) : std::nullopt;
  if (!stored) return std::nullopt;
  for (const std::string& quotation_id : stored->quotation_ids) {
    const auto record = reader.get(Table::Quotations, from_hex(quotation_id));
    auto quotation = record ? decode_quotation(*record) : std::nullopt;
    if (quotation) stored->document.quotations.push_back(std::move(quotation->row.quotation));
  }
  return std::move(stored->document);
}

}  // namespace dixit::storage
