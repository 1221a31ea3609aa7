#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tl/expected.hpp>

#include "storage/query.h"
#include "storage/sqlite.h"

namespace dixit::storage {

// The rows of the full-text index. For text_index.cpp alone.
//
// Row numbers sort by time, then by id: 35 bits of seconds from the year 1425 on and 28 bits of the
// id, counted up when two quotations of one second share them.

// The least number of a row of that time.
std::int64_t first_row_number(std::int64_t time);

// Runs a statement that answers nothing, and readies it for the next time.
[[nodiscard]] tl::expected<void, StorageError> run(SqliteStatement& statement);

// Puts quotations into the tables, with statements prepared once for many of them.
class TextRowWriter {
 public:
  [[nodiscard]] static tl::expected<TextRowWriter, StorageError> prepare(sqlite3* database);

  // A quotation that stands there with the same time and language is left as it is.
  [[nodiscard]] tl::expected<void, StorageError> add(const QuotationRow& row);

 private:
  TextRowWriter(SqliteStatement find_row, SqliteStatement number_taken, SqliteStatement drop_row,
                SqliteStatement add_row, SqliteStatement add_text, SqliteStatement add_language);
  [[nodiscard]] tl::expected<bool, StorageError> stands(std::string_view id, std::int64_t number,
                                                        std::string_view language);
  [[nodiscard]] tl::expected<std::int64_t, StorageError> free_number_from(std::int64_t number);

  SqliteStatement find_row_;
  SqliteStatement number_taken_;
  SqliteStatement drop_row_;
  SqliteStatement add_row_;
  SqliteStatement add_text_;
  SqliteStatement add_language_;
};

}  // namespace dixit::storage
