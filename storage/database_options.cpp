#include "storage/database_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>

#include <array>
#include <memory>
#include <string_view>

#include "storage/database.h"
#include "storage/keys.h"

namespace dixit::storage {
namespace {

// Memory is counted for a crawl of ten million URLs in 150 MB: 32 MB of cache with index and filter
// blocks inside, 32 MB of memtables over all families, the rest for the program itself.
constexpr std::size_t kCacheBytes = std::size_t{32} << 20U;
constexpr std::size_t kMemtableBytesAll = std::size_t{32} << 20U;
constexpr std::size_t kMemtableBytesOne = std::size_t{8} << 20U;
// Families that are seldom written keep the log alive; beyond this they are flushed.
constexpr std::uint64_t kLogBytesMax = std::uint64_t{64} << 20U;
// Small blocks: reads are single records by key, and zstd with a dictionary makes up for the size.
constexpr std::size_t kBlockBytes = 4096;
constexpr std::uint32_t kDictionaryBytes = 16U << 10U;
constexpr double kFilterBitsPerKey = 10;  // one false answer in a hundred

struct Family {
  std::string_view name;
  std::size_t prefix_bytes;  // 0: keys have no fixed prefix to filter by
  bool records;              // values worth a compression dictionary
};

constexpr std::size_t kTagged = 1 + kHashBytes;

// In the order of Table.
constexpr std::array<Family, kTableCount> kFamilies{{
    {"meta", 0, false},
    {"captures", kTagged, true},
    {"documents", kTagged, true},
    {"quotations", 0, true},
    {"clusters", 0, true},
    {"signatures", kShortHashBytes, false},
    {"by_date", kShortHashBytes, false},
    {"by_speaker", kShortHashBytes, false},
    {"by_target", kShortHashBytes, false},
    {"by_hop", kShortHashBytes, false},
    {"by_outlet", kShortHashBytes, false},
    {"by_language", kShortHashBytes, false},
    {"by_threat", kShortHashBytes, false},
    {"urls", 0, true},
    {"queue", kShortHashBytes, true},
    {"hosts", 0, false},
    {"leases", 0, false},
    {"robots", 0, true},
    {"feeds", 0, true},
    {"tombstones", 0, false},
    {"ledger", 0, true},
}};

rocksdb::ColumnFamilyOptions family_options(const Family& family,
                                            const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.block_size = kBlockBytes;
  table.format_version = 5;
  table.filter_policy.reset(rocksdb::NewRibbonFilterPolicy(kFilterBitsPerKey));
  table.whole_key_filtering = true;
  table.cache_index_and_filter_blocks = true;
  table.pin_l0_filter_and_index_blocks_in_cache = true;

  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.write_buffer_size = kMemtableBytesOne;
  options.compression = rocksdb::kZSTD;
  if (family.records) {
    options.compression_opts.max_dict_bytes = kDictionaryBytes;
    options.compression_opts.zstd_max_train_bytes = kDictionaryBytes * 100;
  }
  if (family.prefix_bytes > 0) {
    options.prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(family.prefix_bytes));
  }
  return options;
}

// RocksDB's own log file would be written even by readers, who may not write at all.
class SilentLogger final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char* /*format*/, va_list /*arguments*/) override {}
};

}  // namespace

rocksdb::Options database_options() {
  rocksdb::Options options;
  // Opening would read every file's properties for statistics that compaction alone uses.
  options.skip_stats_update_on_db_open = true;
  options.db_write_buffer_size = kMemtableBytesAll;
  options.max_total_wal_size = kLogBytesMax;
  options.info_log = std::make_shared<SilentLogger>();
  return options;
}

std::vector<rocksdb::ColumnFamilyDescriptor> column_families() {
  const auto cache = rocksdb::NewLRUCache(kCacheBytes);
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  families.emplace_back(rocksdb::kDefaultColumnFamilyName, rocksdb::ColumnFamilyOptions());
  for (const Family& family : kFamilies) {
    families.emplace_back(std::string(family.name), family_options(family, cache));
  }
  return families;
}

}  // namespace dixit::storage
