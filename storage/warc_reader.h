#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "storage/error.h"
#include "storage/warc_input.h"
#include "storage/warc_problem.h"
#include "storage/warc_record.h"

namespace dixit::storage {

struct WarcReaderLimits {
  // Fields of real records take about 1 KB; a URL may take some more.
  std::size_t head_bytes_max = std::size_t{256} << 10U;
  // Of a longer block the first bytes are kept and the rest is skipped, its digests unchecked.
  std::size_t block_bytes_max = std::size_t{64} << 20U;
};

// A record as found in a file, with everything that is wrong with it.
struct WarcReading {
  WarcRecord record;         // target URI and ids as written
  std::uint64_t offset = 0;  // of its gzip member, or of itself in a plain file
  std::uint64_t length = 0;  // of that; 0 when it has no gzip member of its own
  bool block_whole = true;   // false: the file or a limit cut it short
  std::optional<std::uint64_t> content_length;
  std::optional<bool> block_digest_ok;  // absent: none given, or none that can be checked
  std::optional<bool> payload_digest_ok;
  std::vector<WarcProblem> problems;
};

// Walks through the records of a WARC file of anybody's making: plain or gzip, any version, damaged
// in any way. Garbage between records is skipped and reported.
//
// The limits bound its memory; it never throws on what it reads.
class WarcReader {
 public:
  explicit WarcReader(WarcInput input, WarcReaderLimits limits = {});
  [[nodiscard]] static tl::expected<WarcReader, StorageError> open(
      const std::filesystem::path& path, WarcReaderLimits limits = {});

  // The next record, or nothing at the end of the file.
  std::optional<WarcReading> next();

  // What is wrong outside any record: garbage before and between them, a damaged end.
  [[nodiscard]] const std::vector<WarcProblem>& file_problems() const { return file_problems_; }

 private:
  std::optional<std::string> find_version_line(WarcReading& reading);
  void read_fields(WarcReading& reading);
  void read_block(WarcReading& reading);
  void read_end(WarcReading& reading);

  WarcInput input_;
  WarcReaderLimits limits_;
  std::vector<WarcProblem> file_problems_;
};

// The payload of a record: what follows the HTTP head, without transfer coding, or the whole block
// of a record that is no HTTP message (ISO 28500:2017 section 3).
std::string payload_of(const WarcRecord& record);

}  // namespace dixit::storage
