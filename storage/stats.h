#pragma once

#include <filesystem>

#include "storage/database.h"
#include "storage/query.h"

namespace dixit::storage {

// The archive's totals, all but the size of the database itself.
ArchiveStats read_stats(const Reader& reader, const std::filesystem::path& warc_directory);

}  // namespace dixit::storage
