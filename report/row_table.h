#pragma once

#include <span>
#include <string>

#include "report/style.h"
#include "storage/query.h"

namespace dixit::report {

// Whether there were more rows than a limit let through.
enum class Beyond { Nothing, LeftOut };

// Quotations as a table for a terminal, one a row, and a line that counts them.
std::string rows_table(std::span<const storage::QuotationRow> rows, const Style& style,
                       Beyond beyond = Beyond::Nothing);

// The beginning of an id, long enough to name a record in an archive of millions.
std::string short_id(const std::string& id);

// "2015-03-02 10:15+01", for a column: the clock of the page, whose offset tells why a list in
// order of time may not look so.
std::string short_date(const std::string& iso_date);

}  // namespace dixit::report
