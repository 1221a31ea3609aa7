#pragma once

#include <string>

#include "storage/query.h"

namespace dixit::report {

// A link that opens the page at the quoted words, by the WICG text fragment draft
// (https://wicg.github.io/scroll-to-text-fragment/): `url` with "#:~:text=...". A short quotation
// is named whole, a long or broken one by its first and last words; one too short to be found alone
// takes its neighbours along.
std::string text_fragment_link(const storage::QuotationRow& row);

}  // namespace dixit::report
