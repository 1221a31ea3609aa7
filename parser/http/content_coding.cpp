#include "parser/http/content_coding.h"

#include <algorithm>
#include <ranges>
#include <vector>

#include "parser/http/inflaters.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// Nobody encodes thrice; a long list is an attack on the ratio.
constexpr std::size_t kCodingsMax = 3;

std::vector<std::string> split_codings(std::string_view header) {
  std::vector<std::string> codings;
  while (!header.empty()) {
    const std::size_t comma = std::min(header.find(','), header.size());
    std::string coding = ascii_lowercase(trim_ascii(header.substr(0, comma)));
    header.remove_prefix(std::min(comma + 1, header.size()));
    if (!coding.empty() && coding != "identity" && coding != "none") {
      codings.push_back(std::move(coding));
    }
  }
  return codings;
}

bool looks_decoded(std::string_view body) {
  if (body.starts_with("\xEF\xBB\xBF")) return true;
  body = trim_ascii(body.substr(0, 64));
  return body.starts_with('<') || body.starts_with('{') || body.starts_with('[');
}

tl::expected<DecodedBody, CodingError> decode_one(std::string_view body, std::string_view coding,
                                                  const CodingLimits& limits) {
  if (coding == "gzip" || coding == "x-gzip") {
    if (!is_gzip(body) && looks_decoded(body)) return DecodedBody{std::string(body)};
    return inflate_gzip(body, limits);
  }
  auto decoded = coding == "deflate" ? inflate_deflate(body, limits)
                 : coding == "br"    ? inflate_brotli(body, limits)
                 : coding == "zstd" || coding == "x-zstd"
                     ? inflate_zstd(body, limits)
                     : tl::unexpected(CodingError::UnknownCoding);
  const bool failed = !decoded ? decoded.error() == CodingError::Corrupt : decoded->bytes.empty();
  if (failed && looks_decoded(body)) return DecodedBody{std::string(body)};
  return decoded;
}

}  // namespace

tl::expected<DecodedBody, CodingError> decode_content(std::string_view body,
                                                      std::string_view content_encoding,
                                                      const CodingLimits& limits) {
  const std::vector<std::string> codings = split_codings(content_encoding);
  if (codings.size() > kCodingsMax) return tl::unexpected(CodingError::TooManyCodings);
  DecodedBody decoded{std::string(body)};
  if (body.empty()) return decoded;
  // The header lists codings in the order in which they were applied.
  for (const std::string& coding : codings | std::views::reverse) {
    auto step = decode_one(decoded.bytes, coding, limits);
    if (!step) return step;
    decoded = {std::move(step->bytes), decoded.truncated || step->truncated};
  }
  if (decoded.bytes.size() > limits.bytes_max) return tl::unexpected(CodingError::TooLarge);
  return decoded;
}

bool is_gzip(std::string_view body) { return body.starts_with("\x1F\x8B\x08"); }

std::string_view describe(CodingError error) {
  switch (error) {
    case CodingError::UnknownCoding:
      return "the content coding is not known";
    case CodingError::TooManyCodings:
      return "too many content codings are chained";
    case CodingError::Corrupt:
      return "the coded body is corrupt";
    case CodingError::TooLarge:
      return "the decoded body is too large";
    case CodingError::RatioExceeded:
      return "the body grows too much when decoded";
  }
  return "";
}

}  // namespace dixit::parser
