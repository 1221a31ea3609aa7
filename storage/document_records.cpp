#include "storage/document_records.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "storage/codec.h"
#include "storage/counts.h"
#include "storage/digest.h"
#include "storage/fold.h"
#include "storage/keys.h"
#include "storage/quotation_index.h"
#include "storage/quotation_row.h"
#include "storage/record_keys.h"
#include "storage/relays.h"

namespace dixit::storage {
namespace {

std::optional<StoredDocument> read_stored(const Reader& reader, std::string_view id) {
  const auto bytes = reader.get(Table::Documents, document_key(id));
  return bytes ? decode_document(*bytes) : std::nullopt;
}

std::optional<StoredQuotation> read_quotation(const Reader& reader, std::string_view id) {
  const auto bytes = reader.get(Table::Quotations, quotation_key(id));
  return bytes ? decode_quotation(*bytes) : std::nullopt;
}

bool is_visible(const StoredQuotation& quotation) { return quotation.superseded_by.empty(); }

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
            documents_of_url_prefix(canonical_url_of(document)) + from_hex(document.id), "");
  change_totals(batch, document, 1);
  if (document.published_at) {
    batch.put(Table::ByDate, date_key(document.id, *document.published_at), "");
  }
}

// The document's record, with the capture that first brought its text.
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
    stored.fetched_at_ms = before->fetched_at_ms;
  }
  return stored;
}

std::string words_key(const StoredQuotation& quotation) {
  std::string key;
  for (const std::string& word : words_of(quotation.row.quotation.text)) key += word + ' ';
  return key;
}

void put_quotation(Batch& batch, const StoredQuotation& quotation) {
  batch.put(Table::Quotations, quotation_key(quotation.row.id), encode(quotation));
}

void hide(Batch& batch, StoredQuotation quotation, const std::string& superseded_by) {
  unindex_quotation(batch, quotation);
  quotation.superseded_by = superseded_by;
  put_quotation(batch, quotation);
}

// The quotations of a document about to be stored, by id.
using Quotations = std::map<std::string, StoredQuotation>;

// Shows again what was hidden in favour of a quotation that is no longer read.
void show(Batch& batch, StoredQuotation quotation) {
  quotation.superseded_by.clear();
  put_quotation(batch, quotation);
  index_quotation(batch, quotation);
}

// Parts the quotations of this version of a page from the same words in another one.
void settle_with_version(Batch& batch, const StoredDocument& other, const StoredDocument& stored,
                         const std::set<std::string>& removed, Quotations& quotations) {
  std::map<std::string, std::string> ids;  // of this version, by words
  for (const auto& [id, quotation] : quotations) ids.emplace(words_key(quotation), id);
  const bool newer = stored.fetched_at_ms >= other.fetched_at_ms;
  for (const std::string& other_id : other.quotation_ids) {
    auto known = read_quotation(batch, other_id);
    // A row that a third version has taken over is settled with that one.
    if (!known || known->row.document_id != other.document.id) continue;
    if (removed.contains(known->superseded_by)) {
      show(batch, *known);
      known->superseded_by.clear();
    }
    if (!is_visible(*known)) continue;
    const auto same = ids.find(words_key(*known));
    if (same == ids.end()) continue;
    if (newer && same->second != other_id) {
      hide(batch, *known, same->second);
    } else if (!newer && same->second != other_id) {
      quotations.at(same->second).superseded_by = other_id;
    } else if (!newer) {
      quotations.erase(same->second);
    }
  }
}

void settle_with_versions(Batch& batch, const StoredDocument& stored,
                          const std::set<std::string>& removed, Quotations& quotations) {
  const std::string prefix = documents_of_url_prefix(canonical_url_of(stored.document));
  std::vector<std::string> others;
  for (Cursor cursor = batch.cursor(Table::Documents, prefix); cursor.valid(); cursor.next()) {
    others.push_back(to_hex(cursor.key().substr(prefix.size())));
  }
  for (const std::string& id : others) {
    if (id == stored.document.id) continue;
    if (const auto other = read_stored(batch, id)) {
      settle_with_version(batch, *other, stored, removed, quotations);
    }
  }
}

// Takes away what an earlier reading of the same document found and this one does not; their ids.
std::set<std::string> remove_stale(Batch& batch, const StoredDocument& before,
                                   const Quotations& quotations) {
  std::set<std::string> removed;
  for (const std::string& id : before.quotation_ids) {
    const auto known = read_quotation(batch, id);
    if (!known || known->row.document_id != before.document.id || quotations.contains(id)) continue;
    if (is_visible(*known)) unindex_quotation(batch, *known);
    batch.erase(Table::Quotations, quotation_key(id));
    removed.insert(id);
  }
  return removed;
}

void store(Batch& batch, StoredQuotation quotation) {
  if (const auto known = read_quotation(batch, quotation.row.id)) {
    if (quotation.row.document_id == known->row.document_id && !is_visible(*known)) {
      quotation.superseded_by = known->superseded_by;
    }
    if (quotation == *known) return;
    if (is_visible(*known)) unindex_quotation(batch, *known);
  }
  put_quotation(batch, quotation);
  if (is_visible(quotation)) index_quotation(batch, quotation);
}

}  // namespace

void add_document(Batch& batch, const model::Document& document) {
  const auto before = read_stored(batch, document.id);
  StoredDocument stored = record_of(batch, document, before);
  Quotations quotations;
  for (const model::Quotation& quotation : document.quotations) {
    StoredQuotation record{quotation_row(stored.document, quotation, stored.fetched_at_ms),
                           relays_of(document, quotation),
                           {}};
    const std::string id = record.row.id;
    if (quotations.emplace(id, std::move(record)).second) stored.quotation_ids.push_back(id);
  }
  std::set<std::string> removed;
  if (before) {
    removed = remove_stale(batch, *before, quotations);
    forget_stored(batch, before->document);
  }
  settle_with_versions(batch, stored, removed, quotations);
  put_stored(batch, stored);
  for (auto& [id, quotation] : quotations) store(batch, std::move(quotation));
}

std::optional<model::Document> read_document(const Reader& reader, std::string_view id) {
  auto stored = read_stored(reader, id);
  if (!stored) return std::nullopt;
  for (const std::string& quotation_id : stored->quotation_ids) {
    auto quotation = read_quotation(reader, quotation_id);
    if (quotation) stored->document.quotations.push_back(std::move(quotation->row.quotation));
  }
  return std::move(stored->document);
}

}  // namespace dixit::storage
