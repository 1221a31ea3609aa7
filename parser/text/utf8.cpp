#include "parser/text/utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace dixit::parser {
namespace {

constexpr std::size_t kStretchBytes = 64;

unsigned char byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// What a lead byte promises: the number of bytes, its payload bits and the range of the second
// byte.
struct LeadByte {
  std::size_t length = 0;
  char32_t bits = 0;
  unsigned char second_min = 0x80;
  unsigned char second_max = 0xBF;
};

// Unicode 15, table 3-7, "Well-Formed UTF-8 Byte Sequences".
LeadByte classify_lead(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {2, static_cast<char32_t>(lead & 0x1F)};
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : 0xBF;
    return {3, static_cast<char32_t>(lead & 0x0F), low, high};
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
    return {4, static_cast<char32_t>(lead & 0x07), low, high};
  }
  return {};
}

bool is_white_space(char32_t value) { return u_isUWhiteSpace(static_cast<UChar32>(value)) != 0; }

}  // namespace

DecodedCodePoint decode_at(std::string_view text, std::size_t offset) {
  const unsigned char lead_byte = byte_at(text, offset);
  if (lead_byte < 0x80) return {lead_byte, 1, true};
  const LeadByte lead = classify_lead(lead_byte);
  if (lead.length == 0) return {kReplacementCharacter, 1, false};
  char32_t value = lead.bits;
  for (std::size_t taken = 1; taken < lead.length; ++taken) {
    if (offset + taken >= text.size()) return {kReplacementCharacter, taken, false};
    const unsigned char byte = byte_at(text, offset + taken);
    const bool fits =
        taken == 1 ? byte >= lead.second_min && byte <= lead.second_max : is_continuation(byte);
    if (!fits) return {kReplacementCharacter, taken, false};
    value = (value << 6) | (byte & 0x3FU);
  }
  return {value, lead.length, true};
}

void append_utf8(std::string& out, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = kReplacementCharacter;
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCodePoint decoded = decode_at(text, offset);
    out.push_back(decoded.value);
    offset += decoded.length;
  }
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t value : text) append_utf8(out, value);
  return out;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_valid_utf8(std::string_view text) {
  // Most of a page is markup: eight bytes of ASCII are passed at once.
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::uint64_t word = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    if (text.size() - offset >= sizeof word) {
      std::memcpy(&word, text.data() + offset, sizeof word);
      if ((word & kHighBits) == 0) {
        offset += sizeof word;
        continue;
      }
    }
    const DecodedCodePoint decoded = decode_at(text, offset);
    if (!decoded.valid) return false;
    offset += decoded.length;
  }
  return true;
}

std::string replace_invalid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCodePoint decoded = decode_at(text, offset);
    if (decoded.valid) {
      out.append(text.substr(offset, decoded.length));
    } else {
      append_utf8(out, kReplacementCharacter);
    }
    offset += decoded.length;
  }
  return out;
}

std::string_view truncate_utf8(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  std::size_t end = bytes_max;
  while (end > 0 && is_continuation(byte_at(text, end))) --end;
  return text.substr(0, end);
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); offset += decode_at(text, offset).length) {
    ++count;
  }
  return count;
}

std::string_view trim_white_space(std::string_view text) {
  while (!text.empty()) {
    const DecodedCodePoint first = decode_at(text, 0);
    if (!is_white_space(first.value)) break;
    text.remove_prefix(first.length);
  }
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && is_continuation(byte_at(text, last))) --last;
    if (!is_white_space(decode_at(text, last).value)) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

CodePointIndex::CodePointIndex(std::string_view text)
    : bytes_(text.size()), code_points_(text.size()) {
  if (is_ascii(text)) return;
  stretches_.resize(text.size() / kStretchBytes + 1);
  std::uint32_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    Stretch& stretch = stretches_[offset / kStretchBytes];
    if (offset % kStretchBytes == 0) stretch.before = count;
    if (is_continuation(byte_at(text, offset))) continue;
    stretch.starts |= std::uint64_t{1} << (offset % kStretchBytes);
    ++count;
  }
  if (text.size() % kStretchBytes == 0) stretches_.back().before = count;
  code_points_ = count;
}

std::size_t CodePointIndex::to_code_point(std::size_t offset) const {
  offset = std::min(offset, bytes_);
  if (stretches_.empty()) return offset;
  const Stretch& stretch = stretches_[offset / kStretchBytes];
  const std::uint64_t earlier = (std::uint64_t{1} << (offset % kStretchBytes)) - 1;
  return stretch.before + static_cast<std::size_t>(std::popcount(stretch.starts & earlier));
}

std::size_t CodePointIndex::to_byte(std::size_t index) const {
  if (index >= code_points_) return bytes_;
  if (stretches_.empty()) return index;
  const auto after = std::upper_bound(
      stretches_.begin(), stretches_.end(), index,
      [](std::size_t wanted, const Stretch& stretch) { return wanted < stretch.before; });
  const auto stretch = std::prev(after);
  std::uint64_t starts = stretch->starts;
  for (std::size_t skip = index - stretch->before; skip > 0; --skip) starts &= starts - 1;
  const auto position = static_cast<std::size_t>(stretch - stretches_.begin());
  return position * kStretchBytes + static_cast<std::size_t>(std::countr_zero(starts));
}

}  // namespace dixit::parser
