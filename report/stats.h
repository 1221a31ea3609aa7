#pragma once

#include <string>

#include "report/json.h"
#include "report/style.h"
#include "storage/query.h"

namespace dixit::report {

// What an archive holds, counted, for a terminal.
std::string stats_text(const storage::ArchiveStats& stats, const Style& style);

// The same as an object.
void write_stats(JsonWriter& json, const storage::ArchiveStats& stats);

// "1.4 MB", in powers of a thousand.
std::string byte_text(std::uint64_t bytes);

}  // namespace dixit::report
