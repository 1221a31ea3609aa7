#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "parser/url/url_error.h"

namespace dixit::parser {

// The host of an http, https, ftp, ws or file URL: a domain in lower-case ASCII (IDNA by UTS 46,
// non-transitional), an IPv4 address, or an IPv6 address in brackets.
// https://url.spec.whatwg.org/#concept-host-parser
[[nodiscard]] tl::expected<std::string, UrlError> parse_domain_host(std::string_view text);

// The host of any other URL, which is taken as it stands but for forbidden characters.
[[nodiscard]] tl::expected<std::string, UrlError> parse_opaque_host(std::string_view text);

}  // namespace dixit::parser
