#include "storage/quotation_index.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "model/names.h"
#include "storage/ascii.h"
#include "storage/clusters.h"
#include "storage/counts.h"
#include "storage/digest.h"
#include "storage/fold.h"
#include "storage/keys.h"
#include "storage/names.h"
#include "storage/quotation_row.h"
#include "storage/stem.h"

namespace dixit::storage {
namespace {

class Terms {
 public:
  void add(Table table, std::string term) {
    if (term.empty() || !seen_.emplace(table, term).second) return;
    terms_.push_back({table, std::move(term)});
  }

  void add_words(Table table, std::string_view name) {
    for (std::string& word : words_of(name)) add(table, std::move(word));
  }

  void add_language(std::string_view tag) {
    add(Table::ByLanguage, ascii_lower(tag));
    add(Table::ByLanguage, primary_subtag(tag));
  }

  std::vector<IndexTerm> take() { return std::move(terms_); }

 private:
  std::vector<IndexTerm> terms_;
  std::set<std::pair<Table, std::string>> seen_;
};

bool is_threat(const QuotationRow& row) {
  return row.quotation.threat.threat_class != model::ThreatClass::None;
}

void change_totals(Batch& batch, const QuotationRow& row, std::int64_t change) {
  add_to_count(batch, count::kQuotations, change);
  if (is_threat(row)) add_to_count(batch, count::kThreats, change);
}

}  // namespace

std::vector<IndexTerm> index_terms(const QuotationRow& row) {
  const model::Quotation& quotation = row.quotation;
  Terms terms;
  terms.add(Table::ByDate, std::string(kEveryQuotation));
  if (const auto& source = quotation.source) {
    for (const auto& name : {source->entity, source->name, source->text}) {
      terms.add_words(Table::BySpeaker, name);
    }
  }
  if (const auto& target = quotation.threat.target) {
    for (const auto& name : {target->entity, target->name, target->text}) {
      terms.add_words(Table::ByTarget, name);
    }
  }
  for (const model::Hop& hop : quotation.hops) {
    terms.add_words(Table::ByHop, hop.entity);
    terms.add_words(Table::ByHop, hop.name);
  }
  terms.add_words(Table::ByOutlet, row.outlet);
  terms.add_words(Table::ByOutlet, host_of(row.url));
  terms.add_language(row.language);
  terms.add_language(quotation.language);
  if (is_threat(row)) {
    terms.add(Table::ByThreat, std::string(kAnyThreat));
    terms.add(Table::ByThreat, std::string(model::name_of(quotation.threat.threat_class)));
  }
  return terms.take();
}

void index_quotation(Batch& batch, const StoredQuotation& quotation) {
  const QuotationRow& row = quotation.row;
  for (const IndexTerm& term : index_terms(row)) {
    batch.put(term.table, index_key(term.term, row_time(row), from_hex(row.id)), "");
  }
  change_totals(batch, row, 1);
  add_to_clusters(batch, quotation);
}

void unindex_quotation(Batch& batch, const StoredQuotation& quotation) {
  const QuotationRow& row = quotation.row;
  for (const IndexTerm& term : index_terms(row)) {
    batch.erase(term.table, index_key(term.term, row_time(row), from_hex(row.id)));
  }
  change_totals(batch, row, -1);
  remove_from_clusters(batch, quotation);
}

}  // namespace dixit::storage
