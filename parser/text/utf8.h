#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dixit::parser {

// UTF-8 (RFC 3629) decoded, encoded, checked and indexed. Every function is total: bytes that are
// no UTF-8 count as U+FFFD, one for each maximal subpart (Unicode 15, section 3.9, table 3-8).

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// One code point and the number of bytes it took; `valid` is false for a replaced subpart.
struct DecodedCodePoint {
  char32_t value = kReplacementCharacter;
  std::size_t length = 0;
  bool valid = false;

  bool operator==(const DecodedCodePoint&) const = default;
};

// Decodes at `offset`. Requires: offset < text.size().
DecodedCodePoint decode_at(std::string_view text, std::size_t offset);

// Appends `value`; a surrogate or a value above U+10FFFF is appended as U+FFFD.
void append_utf8(std::string& out, char32_t value);

std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

bool is_ascii(std::string_view text);
bool is_valid_utf8(std::string_view text);

// The text with every invalid subpart replaced by U+FFFD.
std::string replace_invalid_utf8(std::string_view text);

// The longest valid prefix of at most `bytes_max` bytes that does not cut a code point.
std::string_view truncate_utf8(std::string_view text, std::size_t bytes_max);

std::size_t count_code_points(std::string_view text);

// The text without white space at its ends, no-break and typographic spaces included (Unicode's
// White_Space property).
std::string_view trim_white_space(std::string_view text);

// Code points and bytes of one text, converted in constant time (to_byte: logarithmic) with a
// quarter of the text's size in memory, or nothing when the text is ASCII.
//
// Requires: valid UTF-8 of less than 4 GiB. Keeps no view of the text. Thread-safe once built.
class CodePointIndex {
 public:
  CodePointIndex() = default;
  explicit CodePointIndex(std::string_view text);

  // Code points in the whole text.
  [[nodiscard]] std::size_t size() const { return code_points_; }

  // Code points that start before byte `offset` (clamped to the text).
  [[nodiscard]] std::size_t to_code_point(std::size_t offset) const;

  // First byte of code point `index`; the text's size when index >= size().
  [[nodiscard]] std::size_t to_byte(std::size_t index) const;

 private:
  // For each 64 bytes: a bit for each byte that starts a code point, and the starts before them.
  struct Stretch {
    std::uint64_t starts = 0;
    std::uint32_t before = 0;
  };
  std::vector<Stretch> stretches_;  // empty for ASCII
  std::size_t bytes_ = 0;
  std::size_t code_points_ = 0;
};

}  // namespace dixit::parser
