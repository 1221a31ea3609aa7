#include "report/row_csv.h"

#include "report/csv.h"
#include "report/row_cells.h"

namespace dixit::report {

std::string rows_csv(std::span<const storage::QuotationRow> rows) {
  std::string csv = csv_line(row_header());
  for (const auto& row : rows) csv += csv_line(row_cells(row));
  return csv;
}

}  // namespace dixit::report
