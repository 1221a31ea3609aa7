#pragma once

#include <filesystem>
#include <optional>

#include "storage/archive.h"
#include "storage/database.h"
#include "storage/exchange_records.h"
#include "storage/file_lock.h"
#include "storage/ledger.h"
#include "storage/text_index.h"
#include "storage/warc_writer.h"

namespace dixit::storage {

// The parts of an open archive. For the archive*.cpp files alone.
struct Archive::Impl {
  std::filesystem::path directory;
  std::optional<FileLock> lock;  // absent when read-only; let go after everything below
  Database database;
  std::optional<TextIndex> text;          // absent when read-only and not there
  std::optional<WarcWriter> warc;         // absent when read-only
  std::optional<LedgerEntry> ledger_end;  // the newest entry
  std::uint64_t queue_sequence = 0;       // the last one given

  [[nodiscard]] std::filesystem::path warc_directory() const { return directory / "warc"; }

  Impl(std::filesystem::path where, std::optional<FileLock> held, Database opened);

  // Who appends to the WARC; the error says that the archive is read-only.
  [[nodiscard]] tl::expected<WarcWriter*, StorageError> writer();

  [[nodiscard]] tl::expected<void, StorageError> open_for_writing(const ArchiveOptions& options);

  [[nodiscard]] tl::expected<void, StorageError> open_text(TextIndex::Mode mode);
  // Makes it anew when it is damaged, or `rebuild` asks for it.
  [[nodiscard]] tl::expected<void, StorageError> open_text_for_writing(bool rebuild);
  [[nodiscard]] tl::expected<void, StorageError> check_nothing_lost() const;
  [[nodiscard]] tl::expected<void, StorageError> catch_up_text();

  // An answer taken from a database that could not be read is no answer.
  template <typename T>
  [[nodiscard]] tl::expected<T, StorageError> healthy(tl::expected<T, StorageError> answer) const {
    if (const auto health = database.health(); !health) return tl::unexpected(health.error());
    return answer;
  }

  // The capture that holds the payload of an exchange that brought none or the same again.
  [[nodiscard]] std::optional<Original> original_of(const Exchange& exchange) const;
};

}  // namespace dixit::storage
