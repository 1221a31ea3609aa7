#pragma once

#include <vector>

#include "model/quotation.h"
#include "parser/quote/draft.h"

namespace dixit::parser {

// Reads every quotation of an analysed text, ordered by start. Spans are code points.
//
// Linear in the text. Deterministic. `context.credit` has spans in bytes.
std::vector<model::Quotation> find_quotations(const Analysis& analysis,
                                              const QuoteContext& context);

}  // namespace dixit::parser
