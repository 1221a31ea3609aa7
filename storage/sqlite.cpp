#include "storage/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace dixit::storage {
namespace {

// A reader may meet the writer's checkpoint; it is over long before this.
constexpr int kBusyTimeoutMs = 5000;

// https://www.sqlite.org/uri.html
std::string unshared_uri(const std::filesystem::path& path) {
  std::string uri = "file:";
  for (const char character : std::filesystem::absolute(path).string()) {
    if (character == '%' || character == '?' || character == '#') {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(character));
    } else {
      uri.push_back(character);
    }
  }
  return uri + "?immutable=1";
}

int flags_of(SqliteMode mode) {
  switch (mode) {
    case SqliteMode::ReadOnly:
      return SQLITE_OPEN_READONLY;
    case SqliteMode::Unshared:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    case SqliteMode::ReadWrite:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return 0;
}

}  // namespace

void SqliteCloser::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

void SqliteFinalizer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

StorageError sqlite_error(sqlite3* database) {
  const char* file = sqlite3_db_filename(database, "main");
  const int code = sqlite3_errcode(database) & 0xFF;
  const bool corrupt = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
  return {corrupt ? StorageErrorCode::TextIndexUnreadable : StorageErrorCode::Io,
          std::string(file == nullptr ? "" : file) + ": " + sqlite3_errmsg(database)};
}

tl::expected<SqliteStatement, StorageError> SqliteStatement::prepare(sqlite3* database,
                                                                     std::string_view sql) {
  sqlite3_stmt* handle = nullptr;
  if (sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &handle, nullptr) !=
      SQLITE_OK) {
    return tl::unexpected(sqlite_error(database));
  }
  return SqliteStatement(handle);
}

void SqliteStatement::bind(int parameter, std::int64_t value) {
  sqlite3_bind_int64(handle_.get(), parameter, value);
}

void SqliteStatement::bind(int parameter, std::string_view text) {
  // A null destructor is SQLITE_STATIC: the text outlives the step.
  sqlite3_bind_text(handle_.get(), parameter, text.data(), static_cast<int>(text.size()), nullptr);
}

void SqliteStatement::bind_blob(int parameter, std::string_view bytes) {
  sqlite3_bind_blob(handle_.get(), parameter, bytes.data(), static_cast<int>(bytes.size()),
                    nullptr);
}

tl::expected<bool, StorageError> SqliteStatement::step() {
  const int result = sqlite3_step(handle_.get());
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  return tl::unexpected(sqlite_error(sqlite3_db_handle(handle_.get())));
}

void SqliteStatement::reset() { sqlite3_reset(handle_.get()); }

std::int64_t SqliteStatement::integer(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}

std::string SqliteStatement::text(int column) const {
  const void* bytes = sqlite3_column_blob(handle_.get(), column);
  const int size = sqlite3_column_bytes(handle_.get(), column);
  if (bytes == nullptr || size <= 0) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

tl::expected<SqliteHandle, StorageError> open_sqlite(const std::filesystem::path& path,
                                                     SqliteMode mode) {
  const std::string name = mode == SqliteMode::Unshared ? unshared_uri(path) : path.string();
  sqlite3* database = nullptr;
  const int result = sqlite3_open_v2(name.c_str(), &database, flags_of(mode), nullptr);
  SqliteHandle handle(database);
  if (result != SQLITE_OK) {
    return tl::unexpected(
        StorageError{StorageErrorCode::Io, path.string() + ": " + sqlite3_errstr(result)});
  }
  sqlite3_busy_timeout(database, kBusyTimeoutMs);
  return handle;
}

tl::expected<void, StorageError> execute(sqlite3* database, const std::string& sql) {
  if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return tl::unexpected(sqlite_error(database));
  }
  return {};
}

}  // namespace dixit::storage
