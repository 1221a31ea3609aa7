#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "model/capture.h"
#include "storage/codec.h"
#include "storage/error.h"
#include "storage/warc_record.h"

namespace dixit::storage {

struct WarcWriterOptions {
  std::uint64_t bytes_max = 1'000'000'000;  // a new file is begun beyond this
  std::string software;
};

// Appends records to the newest WARC file of a directory, a gzip member each. Files are named
// dixit-<UTC time>-<serial>.warc.gz and begin with a warcinfo record.
//
// Requires: the archive's lock; one thread at a time.
class WarcWriter {
 public:
  // Cuts off whatever stands behind `committed`, the end of the last record that the database
  // points at, and moves files begun after it out of the way; set_aside() says where records went
  // that were whole. Fails with Corrupt when the file is shorter.
  [[nodiscard]] static tl::expected<WarcWriter, StorageError> open(
      std::filesystem::path directory, WarcWriterOptions options,
      const std::optional<WarcPosition>& committed);
  WarcWriter(const WarcWriter&) = delete;
  WarcWriter(WarcWriter&& other) noexcept;
  WarcWriter& operator=(const WarcWriter&) = delete;
  WarcWriter& operator=(WarcWriter&& other) noexcept;
  ~WarcWriter();

  // Begins a new file when the current one is full, so that what is written until the next call
  // stays in one file. `at_ms`, the time now, names the file and dates its warcinfo.
  [[nodiscard]] tl::expected<void, StorageError> begin_exchange(std::int64_t at_ms);

  // Not durable until sync(). After an error the file is as long as before; where that cannot be
  // had, every later call fails as well.
  [[nodiscard]] tl::expected<model::WarcLocation, StorageError> write(const WarcRecord& record);

  // Once it has failed every later call fails: what is on the disk can no longer be known.
  [[nodiscard]] tl::expected<void, StorageError> sync();

  // Files in warc/orphaned/ that open() made.
  [[nodiscard]] const std::vector<std::filesystem::path>& set_aside() const { return set_aside_; }

  // The end of what was written.
  [[nodiscard]] const WarcPosition& position() const { return position_; }

 private:
  WarcWriter(std::filesystem::path directory, WarcWriterOptions options);
  [[nodiscard]] tl::expected<void, StorageError> resume(const WarcPosition& committed);
  [[nodiscard]] tl::expected<void, StorageError> begin_file(std::int64_t at_ms);

  std::filesystem::path directory_;
  WarcWriterOptions options_;
  WarcPosition position_;
  std::vector<std::filesystem::path> set_aside_;
  int descriptor_ = -1;
  bool dirty_ = false;
  std::optional<StorageError> failure_;  // after which nothing is known of the file's end
};

}  // namespace dixit::storage
