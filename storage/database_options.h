#pragma once

#include <vector>

namespace rocksdb {
struct ColumnFamilyDescriptor;
struct Options;
}  // namespace rocksdb

namespace dixit::storage {

// How the archive's column families are laid out on disk. For database.cpp alone.
rocksdb::Options database_options();

// The default family, then ours in the order of Table; they share one block cache.
std::vector<rocksdb::ColumnFamilyDescriptor> column_families();

}  // namespace dixit::storage
