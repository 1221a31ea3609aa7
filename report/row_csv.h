#pragma once

#include <span>
#include <string>

#include "storage/query.h"

namespace dixit::report {

// Quotations as CSV, one a line below a header.
std::string rows_csv(std::span<const storage::QuotationRow> rows);

}  // namespace dixit::report
