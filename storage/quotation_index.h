#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/codec.h"
#include "storage/database.h"
#include "storage/query.h"

namespace dixit::storage {

// The secondary keys (by_*) of quotations: hash of a term, time, id.

struct IndexTerm {
  Table table = Table::ByDate;
  std::string term;

  bool operator==(const IndexTerm&) const = default;
};

// Every term under which a row is found: words of names, languages, kinds of threat.
std::vector<IndexTerm> index_terms(const QuotationRow& row);

// Terms that are no name's words.
inline constexpr std::string_view kEveryQuotation = "quotation";  // ByDate
inline constexpr std::string_view kEveryDocument = "document";    // ByDate, dated documents
inline constexpr std::string_view kAnyThreat = "threat";          // ByThreat

// Makes a quotation visible: index keys, clusters, totals. Its record is in the batch already.
void index_quotation(Batch& batch, const StoredQuotation& quotation);

// Undoes index_quotation(); the record must be as it was then.
void unindex_quotation(Batch& batch, const StoredQuotation& quotation);

}  // namespace dixit::storage
