#pragma once

#include <cstddef>
#include <string_view>
#include <tl/expected.hpp>

#include "model/url.h"
#include "parser/url/url_error.h"

namespace dixit::parser {

// One spelling for all URLs that lead to the same page, so that the frontier asks for it once.

// Search engines and sitemaps.org stop at 2,048 as well; longer ones are traps or state.
inline constexpr std::size_t kCrawlUrlBytesMax = 2048;

// The canonical form of an http, https, ftp or file URL. On top of what parse_url() does (case,
// default port, dot segments):
// - user, password and fragment go, and dots at the host's end;
// - percent-encoding by RFC 3986 section 6.2.2: unreserved characters stand for themselves, digits
//   are upper case, a stray "%" becomes "%25", what a URI may not hold is encoded;
// - empty path segments go: servers take "//" for "/";
// - query parameters are sorted by name, in the order given where names are equal; those without a
//   name, the "=" before an empty value, and those that only track the reader or hold a session go
//   (see tracking_parameters.h).
//
// Property: canonical(canonical(x)) == canonical(x). Fails with TooLong beyond kCrawlUrlBytesMax.
[[nodiscard]] tl::expected<model::Url, UrlError> canonicalise(const model::Url& url);

// The same for an address as a person types it: "example.org/news" means "http://example.org/news".
[[nodiscard]] tl::expected<model::Url, UrlError> canonicalise_text(std::string_view text);

// Resolves a page's link and canonicalises it.
[[nodiscard]] tl::expected<model::Url, UrlError> canonicalise_link(std::string_view reference,
                                                                   const model::Url& base);

}  // namespace dixit::parser
