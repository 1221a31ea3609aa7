#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dixit::parser {

// The value of a Content-Type header (RFC 9110 section 8.3).
struct MediaType {
  std::string type;     // lower case
  std::string subtype;  // lower case
  // Names in lower case, in the order given; of equal names the first counts.
  std::vector<std::pair<std::string, std::string>> parameters;

  bool operator==(const MediaType&) const = default;
};

// Reads a header's value, forgiving as the WHATWG MIME Sniffing Standard is; nothing when it has no
// type and subtype.
std::optional<MediaType> parse_media_type(std::string_view header);

// "text/html"
std::string essence_of(const MediaType& media_type);

// A parameter's value, "" when there is none.
std::string parameter_of(const MediaType& media_type, std::string_view name);

// The charset parameter of a header's value, "" when there is none.
std::string charset_of(std::string_view content_type);

// What kind of document the parser has to do with.
enum class ContentKind { Html, Feed, JsonFeed, Sitemap, Xml, Json, Pdf, Text, Binary, Empty };

// Decides by the first bytes, and by the header where they do not tell: servers send feeds as HTML
// and error pages as XML. `bytes` is after content decoding and may be a prefix.
ContentKind sniff_content(std::string_view content_type, std::string_view bytes);

}  // namespace dixit::parser
