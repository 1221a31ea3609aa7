#pragma once

#include <string_view>
#include <tl/expected.hpp>

#include "parser/http/content_coding.h"

namespace dixit::parser {

// One decompressor a coding, each under the same caps. Bytes after the coded stream are ignored, as
// browsers do; a stream that breaks off after some output is marked truncated.

// RFC 1952, several members in a row included.
[[nodiscard]] tl::expected<DecodedBody, CodingError> inflate_gzip(std::string_view body,
                                                                  const CodingLimits& limits);

// RFC 1950 as RFC 9110 wants, or the bare RFC 1951 stream that some servers send.
[[nodiscard]] tl::expected<DecodedBody, CodingError> inflate_deflate(std::string_view body,
                                                                     const CodingLimits& limits);

// RFC 7932
[[nodiscard]] tl::expected<DecodedBody, CodingError> inflate_brotli(std::string_view body,
                                                                    const CodingLimits& limits);

// RFC 8878, window capped as RFC 9659 asks of web servers.
[[nodiscard]] tl::expected<DecodedBody, CodingError> inflate_zstd(std::string_view body,
                                                                  const CodingLimits& limits);

}  // namespace dixit::parser
