#pragma once

#include <string>
#include <vector>

#include "storage/query.h"

namespace dixit::report {

// One quotation of the archive as the columns that every CSV of Dixit has.
const std::vector<std::string>& row_header();
std::vector<std::string> row_cells(const storage::QuotationRow& row);

// `more` behind `cells`.
void append_cells(std::vector<std::string>& cells, const std::vector<std::string>& more);

}  // namespace dixit::report
