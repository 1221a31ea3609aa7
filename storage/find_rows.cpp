#include "storage/find_rows.h"

#include <fmt/format.h>

#include "model/names.h"
#include "storage/ascii.h"
#include "storage/clusters.h"
#include "storage/digest.h"
#include "storage/keys.h"
#include "storage/names.h"
#include "storage/query_filter.h"
#include "storage/quotation_index.h"
#include "storage/record_keys.h"

namespace dixit::storage {
namespace {

// The indexes that a query names, most often the shortest first.
std::vector<IndexTerm> usable_terms(const Query& query) {
  std::vector<IndexTerm> terms;
  const auto add = [&](Table table, std::string term) {
    if (!term.empty()) terms.push_back({table, std::move(term)});
  };
  add(Table::ByTarget, NameQuery(query.target).rarest_word());
  add(Table::BySpeaker, NameQuery(query.speaker).rarest_word());
  add(Table::ByHop, NameQuery(query.via).rarest_word());
  add(Table::ByOutlet, NameQuery(query.outlet).rarest_word());
  // The class "none" is not kept: it is nearly everything.
  if (query.threat && *query.threat != model::ThreatClass::None) {
    add(Table::ByThreat, std::string(model::name_of(*query.threat)));
  } else if (query.threats_only) {
    add(Table::ByThreat, std::string(kAnyThreat));
  }
  add(Table::ByLanguage, ascii_lower(query.language));
  terms.push_back({Table::ByDate, std::string(kEveryQuotation)});
  return terms;
}

// One index within the query's times, forwards or backwards.
class IndexWalk {
 public:
  IndexWalk(const Reader& reader, const IndexTerm& term, const Query& query)
      : cursor_(reader.cursor(term.table, short_hash(term.term))),
        since_(query.since),
        until_(query.until),
        backwards_(query.newest_first) {
    const std::string prefix = short_hash(term.term);
    if (backwards_ && until_) {
      cursor_.seek_back(prefix + time_key(*until_));
    } else if (backwards_) {
      cursor_.seek_to_last();
    } else if (since_) {
      cursor_.seek(prefix + time_key(*since_));
    }
  }

  // The id (hex) of the next quotation, "" at the end.
  std::string next() {
    if (!cursor_.valid()) return {};
    const IndexKey key = read_index_key(cursor_.key());
    if (backwards_ ? since_ && key.time < *since_ : until_ && key.time >= *until_) return {};
    if (backwards_) {
      cursor_.previous();
    } else {
      cursor_.next();
    }
    return to_hex(key.id);
  }

 private:
  Cursor cursor_;
  std::optional<std::int64_t> since_;
  std::optional<std::int64_t> until_;
  bool backwards_;
};

// The length of an index within the query's times, counted up to `max`.
std::size_t length_of(const Reader& reader, const IndexTerm& term, const Query& query,
                      std::size_t max) {
  IndexWalk walk(reader, term, query);
  std::size_t length = 0;
  while (length < max && !walk.next().empty()) ++length;
  return length;
}

// Counting is cheap beside reading rows, and pointless when all are long.
IndexTerm shortest(const Reader& reader, const Query& query) {
  constexpr std::size_t kCountedMax = 2000;
  const std::vector<IndexTerm> terms = usable_terms(query);
  if (terms.size() <= 2) return terms.front();  // one index, or one beside all quotations
  std::size_t least = kCountedMax;
  IndexTerm chosen = terms.front();
  for (const IndexTerm& term : terms) {
    const std::size_t length = length_of(reader, term, query, least);
    if (length >= least) continue;
    least = length;
    chosen = term;
  }
  return chosen;
}

class Collector {
 public:
  Collector(const Reader& reader, const Query& query)
      : reader_(reader), filter_(query), limit_(query.limit) {}

  // False once there are enough.
  bool add(const std::string& id) {
    auto row = read_row(reader_, id);
    if (row && filter_.passes(*row)) rows_.push_back(*std::move(row));
    return limit_ == 0 || rows_.size() < limit_;
  }

  std::vector<QuotationRow> take() { return std::move(rows_); }

 private:
  const Reader& reader_;
  QueryFilter filter_;
  std::size_t limit_;
  std::vector<QuotationRow> rows_;
};

StorageError not_found(std::string_view id) {
  return {StorageErrorCode::NotFound, "no quotation has the id " + std::string(id)};
}

}  // namespace

std::optional<QuotationRow> read_row(const Reader& reader, std::string_view id) {
  const auto bytes = reader.get(Table::Quotations, quotation_key(id));
  auto stored = bytes ? decode_quotation(*bytes) : std::nullopt;
  if (!stored || !stored->superseded_by.empty()) return std::nullopt;
  stored->row.cluster_id = cluster_id_of(reader, id);
  return std::move(stored->row);
}

tl::expected<std::vector<QuotationRow>, StorageError> find_rows(
    const Reader& reader, const std::optional<TextIndex>& text, const Query& query) {
  Collector collector(reader, query);
  if (!query.text.empty()) {
    if (!text) {
      return tl::unexpected(StorageError{StorageErrorCode::TextIndexUnreadable,
                                         "the full-text index: missing or unreadable"});
    }
    const auto searched = text->search(query.text, {query.since, query.until, query.newest_first},
                                       [&](const std::string& id) { return collector.add(id); });
    if (!searched) return tl::unexpected(searched.error());
    return collector.take();
  }
  IndexWalk walk(reader, shortest(reader, query), query);
  for (std::string id = walk.next(); !id.empty(); id = walk.next()) {
    if (!collector.add(id)) break;
  }
  return collector.take();
}

tl::expected<QuotationRow, StorageError> row_with_id_prefix(const Reader& reader,
                                                            std::string_view prefix) {
  constexpr std::size_t kPrefixMin = 4;
  const std::string wanted = ascii_lower(prefix);
  const std::string bytes = from_hex(wanted.substr(0, wanted.size() / 2 * 2));
  if (wanted.size() < kPrefixMin) {
    StorageError error = not_found(prefix);
    error.context += fmt::format(": the beginning of one needs {} characters", kPrefixMin);
    return tl::unexpected(std::move(error));
  }
  if (bytes.size() != wanted.size() / 2) return tl::unexpected(not_found(prefix));
  std::string found;
  for (Cursor cursor = reader.cursor(Table::Quotations, bytes); cursor.valid(); cursor.next()) {
    std::string id = to_hex(cursor.key());
    if (!id.starts_with(wanted)) continue;
    if (!found.empty()) {
      return tl::unexpected(StorageError{
          StorageErrorCode::Ambiguous,
          fmt::format("several quotations have an id that begins with {}, such as {} and {}",
                      wanted, found, id)});
    }
    found = std::move(id);
  }
  const auto stored = found.empty() ? std::nullopt : reader.get(Table::Quotations, from_hex(found));
  auto quotation = stored ? decode_quotation(*stored) : std::nullopt;
  if (!quotation) return tl::unexpected(not_found(prefix));
  quotation->row.cluster_id = cluster_id_of(reader, found);
  return std::move(quotation->row);
}

}  // namespace dixit::storage
