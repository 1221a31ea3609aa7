#include "parser/text/charset.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <span>

#include "parser/text/charset_prescan.h"
#include "parser/text/encoding_labels.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

// Enough text for uchardet's statistics; it costs more for each byte than all the rest here.
constexpr std::size_t kDetectorBytesMax = 256u << 10;

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

struct DetectorCloser {
  void operator()(uchardet* detector) const { uchardet_delete(detector); }
};

struct Choice {
  const Encoding* encoding = nullptr;
  CharsetEvidence evidence = CharsetEvidence::Default;
  std::size_t mark_length = 0;  // bytes of byte order mark to skip
};

const Encoding* utf8_encoding() {
  static const Encoding* const kEncoding = find_encoding("utf-8");
  return kEncoding;
}

bool is_utf8(const Encoding* encoding) { return encoding == utf8_encoding(); }

bool is_utf16(const Encoding* encoding) { return encoding->name.starts_with("utf-16"); }

// HTML leaves UTF-32 out; XML does not (XML 1.0, appendix F.1).
constexpr Encoding kUtf32Be{"utf-32be", "utf-32be"};
constexpr Encoding kUtf32Le{"utf-32le", "utf-32le"};

std::optional<Choice> read_utf32_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) {
    return Choice{&kUtf32Be, CharsetEvidence::ByteOrderMark, 4};
  }
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) {
    return Choice{&kUtf32Le, CharsetEvidence::ByteOrderMark, 4};
  }
  return std::nullopt;
}

// https://encoding.spec.whatwg.org/#bom-sniff
std::optional<Choice> read_byte_order_mark(std::string_view bytes, Markup markup) {
  if (markup == Markup::Xml) {
    if (const auto wide = read_utf32_mark(bytes)) return wide;
  }
  const auto marked = [](std::string_view label, std::size_t length) {
    return Choice{find_encoding(label), CharsetEvidence::ByteOrderMark, length};
  };
  if (bytes.starts_with("\xEF\xBB\xBF")) return marked("utf-8", 3);
  if (bytes.starts_with("\xFE\xFF")) return marked("utf-16be", 2);
  if (bytes.starts_with("\xFF\xFE")) return marked("utf-16le", 2);
  return std::nullopt;
}

// A UTF-8 label that not one multi-byte character bears out, while some sequence is broken.
bool is_mistaken_utf8(std::string_view bytes) {
  bool broken = false;
  for (std::size_t offset = 0; offset < bytes.size();) {
    const DecodedCodePoint decoded = decode_at(bytes, offset);
    if (decoded.valid && decoded.length > 1) return false;
    broken = broken || !decoded.valid;
    offset += decoded.length;
  }
  return broken;
}

// House rule beyond the standard: a page that was saved again as UTF-8 keeps the label of its old
// encoding. So many multi-byte sequences, all of them right, come about by chance in no other one.
constexpr std::size_t kUtf8SequencesMin = 16;

bool is_saved_again_as_utf8(std::string_view bytes) {
  std::size_t sequences = 0;
  for (std::size_t offset = 0; offset < bytes.size();) {
    const DecodedCodePoint decoded = decode_at(bytes, offset);
    if (!decoded.valid) return false;
    sequences += decoded.length > 1 ? 1 : 0;
    offset += decoded.length;
  }
  return sequences >= kUtf8SequencesMin;
}

std::optional<Choice> accept(std::string_view bytes, const Encoding* encoding,
                             CharsetEvidence evidence) {
  if (encoding == nullptr) return std::nullopt;
  if (is_utf8(encoding) && is_mistaken_utf8(bytes)) return std::nullopt;
  return Choice{encoding, evidence};
}

// A label written in ASCII inside the document cannot mean UTF-16.
const Encoding* find_internal_encoding(const std::optional<std::string>& label) {
  const Encoding* encoding = label ? find_encoding(*label) : nullptr;
  return encoding != nullptr && is_utf16(encoding) ? utf8_encoding() : encoding;
}

// XML in UTF-16 or UTF-32 without a mark shows by the first "<?" (XML 1.0, appendix F.1).
std::optional<Choice> read_wide_xml(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\0\0\0<"sv)) return Choice{&kUtf32Be, CharsetEvidence::XmlDeclaration};
  if (bytes.starts_with("<\0\0\0"sv)) return Choice{&kUtf32Le, CharsetEvidence::XmlDeclaration};
  if (bytes.starts_with("<\0?\0"sv)) {
    return Choice{find_encoding("utf-16le"), CharsetEvidence::XmlDeclaration};
  }
  if (bytes.starts_with("\0<\0?"sv)) {
    return Choice{find_encoding("utf-16be"), CharsetEvidence::XmlDeclaration};
  }
  return std::nullopt;
}

std::optional<Choice> read_declarations(std::string_view bytes, Markup markup) {
  if (markup == Markup::None) return std::nullopt;
  if (const auto wide = read_wide_xml(bytes)) return wide;
  if (markup == Markup::Html) {
    const Encoding* meta = find_internal_encoding(prescan_meta_charset(bytes));
    if (meta != nullptr && !is_utf8(meta) && is_saved_again_as_utf8(bytes)) return std::nullopt;
    if (const auto choice = accept(bytes, meta, CharsetEvidence::Meta)) return choice;
  }
  const Encoding* declared = find_internal_encoding(xml_declared_charset(bytes));
  return accept(bytes, declared, CharsetEvidence::XmlDeclaration);
}

const Encoding* detect_encoding(std::string_view bytes) {
  const std::unique_ptr<uchardet, DetectorCloser> detector(uchardet_new());
  const std::string_view sample = bytes.substr(0, kDetectorBytesMax);
  if (!detector || uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) {
    return nullptr;
  }
  uchardet_data_end(detector.get());
  const Encoding* encoding = find_encoding(uchardet_get_charset(detector.get()));
  // UTF-8 was tried before, on all the bytes; and ASCII bytes decide nothing.
  return encoding == nullptr || is_utf8(encoding) ? nullptr : encoding;
}

Choice choose(std::string_view bytes, std::string_view transport_label, Markup markup) {
  if (const auto marked = read_byte_order_mark(bytes, markup)) return *marked;
  const auto labelled =
      accept(bytes, find_encoding(transport_label), CharsetEvidence::TransportLabel);
  if (labelled) return *labelled;
  if (const auto declared = read_declarations(bytes, markup)) return *declared;
  if (is_valid_utf8(bytes)) return {utf8_encoding(), CharsetEvidence::Detected};
  if (const Encoding* detected = detect_encoding(bytes)) {
    return {detected, CharsetEvidence::Detected};
  }
  return {find_encoding("windows-1252"), CharsetEvidence::Default};
}

// Appends UTF-16 as UTF-8 and returns a last lead surrogate that waits for its trail, if any.
std::optional<UChar> append_utf16(std::string& out, std::span<const UChar> units) {
  std::optional<UChar> waiting;
  if (!units.empty() && U16_IS_LEAD(units.back())) {
    waiting = units.back();
    units = units.first(units.size() - 1);
  }
  // A unit needs at most three bytes of UTF-8.
  const std::size_t size = out.size();
  out.resize(size + units.size() * 3);
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(out.data() + size, static_cast<std::int32_t>(units.size() * 3), &length,
                     units.data(), static_cast<std::int32_t>(units.size()),
                     static_cast<UChar32>(kReplacementCharacter), nullptr, &status);
  out.resize(size + (U_FAILURE(status) ? 0 : static_cast<std::size_t>(length)));
  return waiting;
}

std::string convert(std::string_view bytes, std::string_view converter_name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(
      ucnv_open(std::string(converter_name).c_str(), &status));
  if (U_FAILURE(status)) return replace_invalid_utf8(bytes);
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 4);
  std::array<UChar, 8192> pivot{};
  std::optional<UChar> waiting;
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  do {
    status = U_ZERO_ERROR;
    std::size_t used = 0;
    if (waiting) pivot[used++] = *waiting;
    UChar* target = pivot.data() + used;
    ucnv_toUnicode(converter.get(), &target, pivot.data() + pivot.size(), &source, source_end,
                   nullptr, true, &status);
    waiting = append_utf16(out, {pivot.data(), target});
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (waiting) append_utf8(out, kReplacementCharacter);
  return out;
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string_view transport_label, Markup markup) {
  DecodedText decoded;
  decoded.truncated = bytes.size() > kCharsetBytesMax;
  bytes = bytes.substr(0, kCharsetBytesMax);
  const Choice choice = choose(bytes, transport_label, markup);
  bytes.remove_prefix(choice.mark_length);
  decoded.charset = choice.encoding->name;
  decoded.evidence = choice.evidence;
  if (!is_utf8(choice.encoding)) {
    decoded.text = convert(bytes, choice.encoding->converter_name);
  } else {
    decoded.text = is_valid_utf8(bytes) ? std::string(bytes) : replace_invalid_utf8(bytes);
  }
  return decoded;
}

}  // namespace dixit::parser
