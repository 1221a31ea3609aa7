#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dixit::parser {

// Bytes of a page or feed turned into UTF-8, whatever they were in.

// What settled the encoding, strongest first, as HTML orders it
// (https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding).
enum class CharsetEvidence {
  ByteOrderMark,
  TransportLabel,  // "charset" of the Content-Type header
  Meta,            // <meta charset> or <meta http-equiv>
  XmlDeclaration,
  Detected,  // read off the bytes themselves
  Default,   // windows-1252
};

enum class Markup { Html, Xml, None };

// Sitemaps may have 50 MB (sitemaps.org); nothing longer is text that Dixit reads.
inline constexpr std::size_t kCharsetBytesMax = 64u << 20;

struct DecodedText {
  std::string text;     // valid UTF-8 without a byte order mark; U+FFFD where bytes made no sense
  std::string charset;  // WHATWG name in lower case, such as "windows-1252"
  CharsetEvidence evidence = CharsetEvidence::Default;
  bool truncated = false;  // there were more than kCharsetBytesMax bytes

  bool operator==(const DecodedText&) const = default;
};

// Decodes `bytes`. `transport_label` is the header's charset parameter, "" when there was none; an
// unknown label counts as none. House rule beyond the standard: a UTF-8 label on bytes that hold
// broken sequences and not one whole multi-byte character is taken for a mistake, and the next
// evidence decides. Time linear in the bytes. Thread-safe.
DecodedText decode_text(std::string_view bytes, std::string_view transport_label,
                        Markup markup = Markup::Html);

}  // namespace dixit::parser
