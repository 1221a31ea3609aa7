#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "storage/error.h"

namespace dixit::storage {

// The archive's key-value store: RocksDB behind our own types.

// Column families; docs/formats.md has the keys and values of each.
enum class Table {
  Meta,
  Captures,
  Documents,
  Quotations,
  Clusters,
  Signatures,
  ByDate,
  BySpeaker,
  ByTarget,
  ByHop,
  ByOutlet,
  ByLanguage,
  ByThreat,
  Urls,
  Queue,
  Hosts,
  Leases,
  Robots,
  Feeds,
  Tombstones,
  Ledger,
};
inline constexpr std::size_t kTableCount = 21;

// Walks the keys that begin with one prefix, in order. `key` and `value` are views that live until
// the cursor moves.
class Cursor {
 public:
  struct Impl;
  explicit Cursor(std::unique_ptr<Impl> impl);
  Cursor(const Cursor&) = delete;
  Cursor(Cursor&&) noexcept;
  Cursor& operator=(const Cursor&) = delete;
  Cursor& operator=(Cursor&&) noexcept;
  ~Cursor();

  [[nodiscard]] bool valid() const;
  [[nodiscard]] std::string_view key() const;
  [[nodiscard]] std::string_view value() const;
  void next();
  void previous();
  // To the first key >= `key`, or the last key <= `key`; `key` begins with the prefix.
  void seek(std::string_view key);
  void seek_back(std::string_view key);
  void seek_to_last();

 private:
  std::unique_ptr<Impl> impl_;
};

// What can be read: the database as it stands, or a batch on top of it.
//
// A read that fails for any reason but absence answers "nothing there" and is remembered: the next
// Database::write() and Database::health() report it, so that no decision taken on it lasts.
class Reader {
 public:
  virtual ~Reader() = default;
  [[nodiscard]] virtual std::optional<std::string> get(Table table, std::string_view key) const = 0;
  // A cursor at the first key with the prefix ("" for the whole table).
  [[nodiscard]] virtual Cursor cursor(Table table, std::string_view prefix) const = 0;
  [[nodiscard]] bool contains(Table table, std::string_view key) const {
    return get(table, key).has_value();
  }

 protected:
  Reader() = default;
  Reader(const Reader&) = default;
  Reader& operator=(const Reader&) = default;
  Reader(Reader&&) = default;
  Reader& operator=(Reader&&) = default;
};

class Database;

// Changes that become visible together, and that can be read before they are written.
//
// Ownership: must not outlive its database.
class Batch final : public Reader {
 public:
  explicit Batch(const Database& database);
  Batch(const Batch&) = delete;
  Batch(Batch&&) noexcept;
  Batch& operator=(const Batch&) = delete;
  Batch& operator=(Batch&&) noexcept;
  ~Batch() override;

  void put(Table table, std::string_view key, std::string_view value);
  void erase(Table table, std::string_view key);
  // Adds to a number in Meta when the batch is written; get() does not show the change before.
  void add_to_number(const std::string& key, std::int64_t change);
  [[nodiscard]] std::optional<std::string> get(Table table, std::string_view key) const override;
  [[nodiscard]] Cursor cursor(Table table, std::string_view prefix) const override;

 private:
  friend class Database;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

struct DatabaseOptions {
  bool create_if_missing = true;
  bool read_only = false;
};

// Thread-safe: every const member from any thread; write() from one thread at a time.
class Database final : public Reader {
 public:
  struct Impl;
  [[nodiscard]] static tl::expected<Database, StorageError> open(
      const std::filesystem::path& directory, const DatabaseOptions& options);
  Database(const Database&) = delete;
  Database(Database&&) noexcept;
  Database& operator=(const Database&) = delete;
  Database& operator=(Database&&) noexcept;
  ~Database() override;

  [[nodiscard]] std::optional<std::string> get(Table table, std::string_view key) const override;
  [[nodiscard]] Cursor cursor(Table table, std::string_view prefix) const override;

  // Writes the batch and syncs the log: when it returns, the batch survives a power cut.
  [[nodiscard]] tl::expected<void, StorageError> write(Batch& batch);

  // The first read that failed since open, if any did.
  [[nodiscard]] tl::expected<void, StorageError> health() const;

  // Keys in a table, as RocksDB estimates them.
  [[nodiscard]] std::uint64_t estimated_keys(Table table) const;
  [[nodiscard]] std::uint64_t bytes_on_disk() const;

 private:
  friend class Batch;
  explicit Database(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dixit::storage
