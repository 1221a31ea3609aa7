#include "storage/database.h"

#include <rocksdb/db.h>
#include <rocksdb/utilities/write_batch_with_index.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "storage/database_options.h"
#include "storage/keys.h"

namespace dixit::storage {
namespace {

rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
std::string_view view(const rocksdb::Slice& bytes) { return {bytes.data(), bytes.size()}; }
std::size_t index_of(Table table) { return static_cast<std::size_t>(table); }

StorageError error_from(const rocksdb::Status& status, std::string_view what) {
  const auto code = status.IsCorruption() ? StorageErrorCode::Corrupt : StorageErrorCode::Io;
  return {code, std::string(what) + ": " + status.ToString()};
}

struct OpenedDatabase {
  rocksdb::Status status;
  rocksdb::DB* db = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> tables;  // in Table's order
};

struct OpenPlan {
  rocksdb::Options options = database_options();
  std::vector<rocksdb::ColumnFamilyDescriptor> families = column_families();
};

// All families in one go: made one by one, each would write and sync the options anew.
OpenedDatabase create_database(const OpenPlan& plan, const std::string& directory) {
  OpenedDatabase opened;
  rocksdb::Options options = plan.options;
  options.create_if_missing = true;
  opened.status = rocksdb::DB::Open(options, directory, &opened.db);
  if (!opened.status.ok()) return opened;
  const std::vector<rocksdb::ColumnFamilyDescriptor> tables(plan.families.begin() + 1,
                                                            plan.families.end());
  opened.status = opened.db->CreateColumnFamilies(tables, &opened.tables);
  return opened;
}

// Lets go of the default family, first of all, which holds nothing.
void drop_default(OpenedDatabase& opened) {
  if (!opened.status.ok()) return;
  static_cast<void>(opened.db->DestroyColumnFamilyHandle(opened.tables.front()));
  opened.tables.erase(opened.tables.begin());
}

OpenedDatabase open_for_writing(const OpenPlan& plan, const std::string& directory) {
  OpenedDatabase opened;
  rocksdb::DBOptions options(plan.options);
  // A kill between the making of the database and that of its families leaves some of them out.
  options.create_missing_column_families = true;
  opened.status = rocksdb::DB::Open(options, directory, plan.families, &opened.tables, &opened.db);
  drop_default(opened);
  return opened;
}

OpenedDatabase open_for_reading(const OpenPlan& plan, const std::string& directory) {
  OpenedDatabase opened;
  // A reader lists the files and then opens them; the writer may have compacted one away between
  // the two, so the reader looks again.
  constexpr int kAttemptsMax = 5;
  for (int attempt = 0; attempt < kAttemptsMax; ++attempt) {
    opened.status = rocksdb::DB::OpenForReadOnly(plan.options, directory, plan.families,
                                                 &opened.tables, &opened.db);
    if (opened.status.ok()) break;
  }
  drop_default(opened);
  return opened;
}

}  // namespace

struct Database::Impl {
  std::filesystem::path directory;
  std::array<rocksdb::ColumnFamilyHandle*, kTableCount> tables{};
  std::unique_ptr<rocksdb::DB> db;
  mutable std::mutex failure_mutex;
  mutable std::optional<StorageError> failure;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    for (rocksdb::ColumnFamilyHandle* handle : tables) {
      if (handle != nullptr) static_cast<void>(db->DestroyColumnFamilyHandle(handle));
    }
  }

  [[nodiscard]] rocksdb::ColumnFamilyHandle* handle(Table table) const {
    return tables.at(index_of(table));
  }

  void remember(const rocksdb::Status& status) const {
    const std::scoped_lock lock(failure_mutex);
    if (!failure) failure = error_from(status, directory.string());
  }

  std::optional<std::string> found(const rocksdb::Status& status, std::string value) const {
    if (status.ok()) return value;
    if (!status.IsNotFound()) remember(status);
    return std::nullopt;
  }
};

// Bounds are held beside the iterator, which only points at them.
struct Cursor::Impl {
  std::string prefix;
  std::string end;
  rocksdb::Slice end_slice;
  std::unique_ptr<rocksdb::Iterator> iterator;
  const Database::Impl* database = nullptr;

  [[nodiscard]] bool inside() const {
    if (iterator->Valid()) return view(iterator->key()).starts_with(prefix);
    if (!iterator->status().ok()) database->remember(iterator->status());
    return false;
  }

  rocksdb::ReadOptions read_options(std::string_view wanted_prefix) {
    prefix = wanted_prefix;
    end = prefix_end(prefix);
    end_slice = end;
    rocksdb::ReadOptions options;
    // Filters hold prefixes; order across prefixes is wanted as well (walks over a whole table).
    options.auto_prefix_mode = true;
    if (!end.empty()) options.iterate_upper_bound = &end_slice;
    return options;
  }
};

Cursor::Cursor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {
  impl_->iterator->Seek(impl_->prefix);
}
Cursor::Cursor(Cursor&&) noexcept = default;
Cursor& Cursor::operator=(Cursor&&) noexcept = default;
Cursor::~Cursor() = default;

bool Cursor::valid() const { return impl_->inside(); }
std::string_view Cursor::key() const { return view(impl_->iterator->key()); }
std::string_view Cursor::value() const { return view(impl_->iterator->value()); }
void Cursor::next() { impl_->iterator->Next(); }
void Cursor::previous() { impl_->iterator->Prev(); }
void Cursor::seek(std::string_view key) { impl_->iterator->Seek(slice(key)); }
void Cursor::seek_back(std::string_view key) { impl_->iterator->SeekForPrev(slice(key)); }

void Cursor::seek_to_last() {
  if (impl_->end.empty()) {
    impl_->iterator->SeekToLast();
    return;
  }
  // The upper bound is outside the range, so the last key below it is the prefix's last.
  impl_->iterator->SeekForPrev(impl_->end);
}

struct Batch::Impl {
  const Database::Impl* database = nullptr;
  // Overwriting keeps one entry a key, without which a merged walk would show a key twice.
  rocksdb::WriteBatchWithIndex batch{rocksdb::BytewiseComparator(), 0, true};
  // Gathered, because a batch keeps every value that a key was ever given.
  std::map<std::string, std::int64_t> changes;
};

Batch::Batch(const Database& database) : impl_(std::make_unique<Impl>()) {
  impl_->database = database.impl_.get();
}
Batch::Batch(Batch&&) noexcept = default;
Batch& Batch::operator=(Batch&&) noexcept = default;
Batch::~Batch() = default;

void Batch::put(Table table, std::string_view key, std::string_view value) {
  const rocksdb::Status status =
      impl_->batch.Put(impl_->database->handle(table), slice(key), slice(value));
  if (!status.ok()) impl_->database->remember(status);
}

void Batch::erase(Table table, std::string_view key) {
  const rocksdb::Status status = impl_->batch.Delete(impl_->database->handle(table), slice(key));
  if (!status.ok()) impl_->database->remember(status);
}

void Batch::add_to_number(const std::string& key, std::int64_t change) {
  impl_->changes[key] += change;
}

std::optional<std::string> Batch::get(Table table, std::string_view key) const {
  std::string value;
  const rocksdb::Status status =
      impl_->batch.GetFromBatchAndDB(impl_->database->db.get(), rocksdb::ReadOptions(),
                                     impl_->database->handle(table), slice(key), &value);
  return impl_->database->found(status, std::move(value));
}

Cursor Batch::cursor(Table table, std::string_view prefix) const {
  auto cursor = std::make_unique<Cursor::Impl>();
  cursor->database = impl_->database;
  const rocksdb::ReadOptions options = cursor->read_options(prefix);
  rocksdb::ColumnFamilyHandle* handle = impl_->database->handle(table);
  rocksdb::Iterator* base = impl_->database->db->NewIterator(options, handle);
  cursor->iterator.reset(impl_->batch.NewIteratorWithBase(handle, base, &options));
  return Cursor(std::move(cursor));
}

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

tl::expected<Database, StorageError> Database::open(const std::filesystem::path& directory,
                                                    const DatabaseOptions& options) {
  const OpenPlan plan;
  auto impl = std::make_unique<Impl>();
  impl->directory = directory;
  const bool is_new = !std::filesystem::exists(directory / "CURRENT");
  const bool create = is_new && options.create_if_missing && !options.read_only;
  const OpenedDatabase opened = create              ? create_database(plan, directory.string())
                                : options.read_only ? open_for_reading(plan, directory.string())
                                                    : open_for_writing(plan, directory.string());
  impl->db.reset(opened.db);
  if (!opened.status.ok()) return tl::unexpected(error_from(opened.status, directory.string()));
  assert(opened.tables.size() == kTableCount);
  std::ranges::copy(opened.tables, impl->tables.begin());
  return Database(std::move(impl));
}

std::optional<std::string> Database::get(Table table, std::string_view key) const {
  std::string value;
  const rocksdb::Status status =
      impl_->db->Get(rocksdb::ReadOptions(), impl_->handle(table), slice(key), &value);
  return impl_->found(status, std::move(value));
}

Cursor Database::cursor(Table table, std::string_view prefix) const {
  auto cursor = std::make_unique<Cursor::Impl>();
  cursor->database = impl_.get();
  const rocksdb::ReadOptions options = cursor->read_options(prefix);
  cursor->iterator.reset(impl_->db->NewIterator(options, impl_->handle(table)));
  return Cursor(std::move(cursor));
}

tl::expected<void, StorageError> Database::write(Batch& batch) {
  for (const auto& [key, change] : std::exchange(batch.impl_->changes, {})) {
    const std::uint64_t before = number_in(batch.get(Table::Meta, key).value_or(""));
    batch.put(Table::Meta, key, number_key(before + static_cast<std::uint64_t>(change)));
  }
  if (auto healthy = health(); !healthy) return healthy;
  rocksdb::WriteOptions options;
  options.sync = true;
  const rocksdb::Status status = impl_->db->Write(options, batch.impl_->batch.GetWriteBatch());
  if (!status.ok()) return tl::unexpected(error_from(status, impl_->directory.string()));
  return {};
}

tl::expected<void, StorageError> Database::health() const {
  const std::scoped_lock lock(impl_->failure_mutex);
  const auto& failure = impl_->failure;
  if (failure) return tl::unexpected(*failure);
  return {};
}

std::uint64_t Database::estimated_keys(Table table) const {
  std::uint64_t keys = 0;
  impl_->db->GetIntProperty(impl_->handle(table), rocksdb::DB::Properties::kEstimateNumKeys, &keys);
  return keys;
}

std::uint64_t Database::bytes_on_disk() const {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(impl_->directory, error)) {
    const std::uint64_t size = entry.file_size(error);
    if (!error) bytes += size;
  }
  return bytes;
}

}  // namespace dixit::storage
