#include "report/utf8.h"

#include <simdjson.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace dixit::report {

bool is_valid_utf8(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

std::string to_valid_utf8(std::string_view text) {
  return is_valid_utf8(text) ? std::string(text) : encode_utf8(decode_utf8(text));
}

std::u32string decode_utf8(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    UChar32 code_point = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, code_point);
    result.push_back(static_cast<char32_t>(code_point));
  }
  return result;
}

std::string encode_utf8(std::u32string_view text) {
  std::string result;
  // UChar32 and char32_t hold the same code points, signed and unsigned.
  icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                static_cast<std::int32_t>(text.size()))
      .toUTF8String(result);
  return result;
}

}  // namespace dixit::report
