#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace dixit::parser {

// Undoes the codings that a Content-Encoding header lists (RFC 9110 section 8.4): gzip, deflate
// (zlib's or raw), br, zstd and identity, in chains, never giving more than it was told to.

enum class CodingError {
  UnknownCoding,
  TooManyCodings,
  Corrupt,
  TooLarge,       // more than bytes_max
  RatioExceeded,  // a decompression bomb
};

std::string_view describe(CodingError error);

struct CodingLimits {
  // As much as the longest text that is read at all (a sitemap of 50 MB, by sitemaps.org).
  std::size_t bytes_max = 64u << 20;
  // HTML shrinks to a tenth, a page of spaces to a hundredth; deflate's own ceiling is about 1,030.
  std::size_t ratio_max = 200;
  // Below this size any ratio is harmless.
  std::size_t ratio_free_bytes = 1u << 20;
};

struct DecodedBody {
  std::string bytes;
  bool truncated = false;  // the coded stream broke off; what came before is here

  bool operator==(const DecodedBody&) const = default;
};

// `content_encoding` is the header's value, "" for none. House rule: a body that begins like markup
// or JSON where the coding wants another beginning was stored decoded by an earlier archive, and is
// handed back as it is.
[[nodiscard]] tl::expected<DecodedBody, CodingError> decode_content(
    std::string_view body, std::string_view content_encoding, const CodingLimits& limits = {});

// True when the bytes begin as a gzip member does (RFC 1952), as sitemaps named ".gz" do.
bool is_gzip(std::string_view body);

}  // namespace dixit::parser
