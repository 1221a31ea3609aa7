#include "parser/text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "parser/text/ascii.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

icu::StringPiece piece_of(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) return ascii_lowercase(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return ascii_lowercase(text);
  std::string folded;
  std::string decomposed;
  icu::StringByteSink<std::string> folded_sink(&folded);
  icu::StringByteSink<std::string> decomposed_sink(&decomposed);
  casefold->normalizeUTF8(0, piece_of(text), folded_sink, nullptr, status);
  decompose->normalizeUTF8(0, piece_of(folded), decomposed_sink, nullptr, status);
  if (U_FAILURE(status)) return ascii_lowercase(text);
  std::string out;
  out.reserve(decomposed.size());
  for (std::size_t offset = 0; offset < decomposed.size();) {
    const DecodedCodePoint point = decode_at(decomposed, offset);
    const bool is_mark = u_charType(static_cast<UChar32>(point.value)) == U_NON_SPACING_MARK;
    if (!is_mark) append_utf8(out, point.value);
    offset += point.length;
  }
  return out;
}

}  // namespace dixit::parser
