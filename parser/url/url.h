#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "model/url.h"
#include "parser/url/url_error.h"

namespace dixit::parser {

// Beyond this a text is refused unread: no browser bar, server or archive takes such a URL, but a
// page may carry megabytes of "data:" in an attribute.
inline constexpr std::size_t kUrlInputBytesMax = 64u << 10;

// Parses an absolute URL by the WHATWG URL Standard (https://url.spec.whatwg.org/), query encoding
// always UTF-8. Pure and thread-safe; time linear in the input.
//
// Property: parsing a result's href gives the same result.
[[nodiscard]] tl::expected<model::Url, UrlError> parse_url(std::string_view input);

// The same, with relative references resolved against `base`, a value that parse_url() made, or an
// empty one, against which no relative reference can be resolved.
[[nodiscard]] tl::expected<model::Url, UrlError> parse_url(std::string_view input,
                                                           const model::Url& base);

// "host", or "host:port" where the port is not the scheme's default.
std::string host_with_port(const model::Url& url);

// "scheme://host[:port]", as robots.txt is scoped (RFC 9309 section 2.3).
std::string origin_of(const model::Url& url);

}  // namespace dixit::parser
