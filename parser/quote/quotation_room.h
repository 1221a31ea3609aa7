#pragma once

#include <cstddef>

#include "model/document.h"
#include "parser/quote/quotations.h"

namespace dixit::parser {

// What is kept of the quotations of one page, its posts among them, which become visible in the
// archive at once. The longest pages have some hundreds; a page made to be long may have a hundred
// thousand.
inline constexpr std::size_t kQuotationsMax = 5'000;

// Puts what was found into the document.
void set_quotations(model::Document& document, FoundQuotations found);

// The room that a page's documents share, the first of them first.
class QuotationRoom {
 public:
  // Leaves out of the document what there is no room for, and counts it there. Threats come before
  // other quotations, whatever stands first: nobody should hide one behind many trifles.
  void admit(model::Document& document);

 private:
  std::size_t left_ = kQuotationsMax;
};

}  // namespace dixit::parser
