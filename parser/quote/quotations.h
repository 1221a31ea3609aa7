#pragma once

#include <cstddef>
#include <vector>

#include "model/quotation.h"
#include "parser/quote/draft.h"

namespace dixit::parser {

struct FoundQuotations {
  std::vector<model::Quotation> quotations;  // ordered by start
  // Words between marks that were not read, since there were more than are read of one text.
  std::size_t unread = 0;

  bool operator==(const FoundQuotations&) const = default;
};

// Reads the quotations of an analysed text. Spans are code points.
//
// Linear in the text. Deterministic. `context.credit` has spans in bytes.
FoundQuotations find_quotations(const Analysis& analysis, const QuoteContext& context);

}  // namespace dixit::parser
