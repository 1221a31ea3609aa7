#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "storage/database.h"
#include "storage/error.h"

namespace dixit::storage {

// The words of all quotations, in SQLite's FTS5: derived from the database, behind it by nothing
// when open, and rebuilt from it whenever its file is missing or unreadable.
//
// It follows the ledger: every "extract" entry names a document whose quotations it reads, and the
// number of the last entry it has read stands in the same file. Nothing is ever taken out: what a
// later reading drops is no longer found in the database, and whoever searches skips it.
//
// Thread-safe.
class TextIndex {
 public:
  // For writing, a file that cannot be read or has another layout is thrown away and begun anew.
  // For reading, it must be there; else it fails with TextIndexUnreadable.
  enum class Mode { ReadOnly, ReadWrite };
  [[nodiscard]] static tl::expected<TextIndex, StorageError> open(const std::filesystem::path& file,
                                                                  Mode mode);
  TextIndex(const TextIndex&) = delete;
  TextIndex(TextIndex&&) noexcept;
  TextIndex& operator=(const TextIndex&) = delete;
  TextIndex& operator=(TextIndex&&) noexcept;
  ~TextIndex();

  // Takes the index away, with the files that SQLite keeps beside it.
  static void remove(const std::filesystem::path& file);

  // The ledger's sequence number up to which it has read.
  [[nodiscard]] tl::expected<std::uint64_t, StorageError> progress() const;

  // Reads the documents of ledger entries that it has not read yet.
  [[nodiscard]] tl::expected<void, StorageError> catch_up(const Reader& reader);

  struct Range {
    std::optional<std::int64_t> since;  // row_time(), inclusive
    std::optional<std::int64_t> until;  // exclusive
    bool newest_first = false;
  };
  // Calls `visit` with the id (hex) of each quotation that the expression (text_query.h) finds, in
  // order of time and id, until it returns false.
  [[nodiscard]] tl::expected<void, StorageError> search(
      std::string_view expression, const Range& range,
      const std::function<bool(const std::string& id)>& visit) const;

 private:
  struct Impl;
  explicit TextIndex(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dixit::storage
