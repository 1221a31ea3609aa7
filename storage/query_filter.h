#pragma once

#include "storage/names.h"
#include "storage/query.h"

namespace dixit::storage {

// Whether a row passes every filter of a query but the full-text one.
class QueryFilter {
 public:
  explicit QueryFilter(const Query& query);

  [[nodiscard]] bool passes(const QuotationRow& row) const;

 private:
  [[nodiscard]] bool parties_pass(const QuotationRow& row) const;

  const Query& query_;
  NameQuery speaker_;
  NameQuery target_;
  NameQuery via_;
  NameQuery outlet_;
};

// Whether a BCP 47 tag lies in a language range (RFC 4647 section 3.3.1): "fr" holds "fr-CA".
bool in_language_range(std::string_view tag, std::string_view range);

}  // namespace dixit::storage
