#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "storage/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace dixit::storage {

// The one RAII wrapper around SQLite's handles. For text_index.cpp alone.

struct SqliteCloser {
  void operator()(sqlite3* database) const;
};
using SqliteHandle = std::unique_ptr<sqlite3, SqliteCloser>;

struct SqliteFinalizer {
  void operator()(sqlite3_stmt* statement) const;
};

// A prepared statement. Parameters are counted from 1, columns from 0; text that is bound must live
// until the statement is stepped or reset.
class SqliteStatement {
 public:
  [[nodiscard]] static tl::expected<SqliteStatement, StorageError> prepare(sqlite3* database,
                                                                           std::string_view sql);
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, std::string_view text);
  void bind_blob(int parameter, std::string_view bytes);
  // True when there is a row, false at the end.
  [[nodiscard]] tl::expected<bool, StorageError> step();
  // Ready to be bound and stepped again.
  void reset();
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;

 private:
  explicit SqliteStatement(sqlite3_stmt* handle) : handle_(handle) {}
  std::unique_ptr<sqlite3_stmt, SqliteFinalizer> handle_;
};

// ReadOnly neither makes nor changes the file, but may put SQLite's own files beside it, without
// which a writer could change it underneath. Unshared needs none of them, for a directory in which
// nothing can be written. Requires for Unshared: nobody writes.
enum class SqliteMode { ReadOnly, Unshared, ReadWrite };
[[nodiscard]] tl::expected<SqliteHandle, StorageError> open_sqlite(
    const std::filesystem::path& path, SqliteMode mode);

// Runs statements that answer nothing.
[[nodiscard]] tl::expected<void, StorageError> execute(sqlite3* database, const std::string& sql);

StorageError sqlite_error(sqlite3* database);

}  // namespace dixit::storage
