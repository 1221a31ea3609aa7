#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "storage/error.h"

namespace dixit::storage {

// The uncompressed bytes of a WARC file, plain or gzip, with the places where gzip members begin.
class WarcInput {
 public:
  // From byte `offset` of the file on.
  [[nodiscard]] static tl::expected<WarcInput, StorageError> open(const std::filesystem::path& path,
                                                                  std::uint64_t offset = 0);
  // From memory, as fuzzing does.
  static WarcInput from_bytes(std::string bytes);
  WarcInput(const WarcInput&) = delete;
  WarcInput(WarcInput&&) noexcept;
  WarcInput& operator=(const WarcInput&) = delete;
  WarcInput& operator=(WarcInput&&) noexcept;
  ~WarcInput();

  // What is read and not yet consumed.
  [[nodiscard]] std::string_view buffered() const;
  // Reads on, into the next gzip member if need be; false at the end of the file.
  bool fill();
  void consume(std::size_t bytes);

  // The next line without its end, and whether that end was CRLF. Nothing at the end of the input
  // or when no line end comes within `bytes_max`.
  struct Line {
    std::string text;
    bool crlf = false;
    bool ended = false;  // false: the input ended before the line did
  };
  std::optional<Line> read_line(std::size_t bytes_max);

  [[nodiscard]] bool is_gzip() const;
  // Bytes of the file at which the next unconsumed byte's gzip member begins, when that byte is the
  // member's first; in a plain file, the byte's own place.
  [[nodiscard]] std::optional<std::uint64_t> boundary();
  // gzip data that cannot be inflated ended the input.
  [[nodiscard]] bool damaged() const;

 private:
  struct Impl;
  explicit WarcInput(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dixit::storage
