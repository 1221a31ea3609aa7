#include "report/utf8.h"

#include <simdjson.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace dixit::report {

bool is_valid_utf8(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

std::string to_valid_utf8(std::string_view text) {
  return is_valid_utf8(text) ? std::string(text) : encode_utf8(decode_utf8(text));
}

std::u32string decode_utf8(std::string_view text) {
  // Each part of it that is no UTF-8 becomes U+FFFD.
  const auto units = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::u32string result(static_cast<std::size_t>(units.countChar32()), U'\0');
  // Too short for a terminator by design, which ICU reports as a warning.
  UErrorCode status = U_ZERO_ERROR;
  units.toUTF32(reinterpret_cast<UChar32*>(result.data()), static_cast<std::int32_t>(result.size()),
                status);
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
