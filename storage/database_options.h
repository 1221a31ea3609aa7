#pragma once

#include <rocksdb/db.h>

#include <vector>

namespace dixit::storage {

// How the archive's column families are laid out on disk. For database.cpp alone.
struct OpenPlan {
  rocksdb::Options options;
  std::vector<rocksdb::ColumnFamilyDescriptor> families;  // the default one, then in Table's order
};

OpenPlan open_plan();

}  // namespace dixit::storage
