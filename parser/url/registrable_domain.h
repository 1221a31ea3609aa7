#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dixit::parser {

// The domain that somebody registered: the public suffix and one label more, by the Public Suffix
// List (https://publicsuffix.org/). "news.example.co.uk" gives "example.co.uk".
//
// Nothing for an IP address, a public suffix itself, a name under no listed suffix ("localhost",
// "press.test") and what is no host name. `host` may be Unicode or Punycode, in any case; the
// answer keeps its form in lower case. Thread-safe.
std::optional<std::string> registrable_domain(std::string_view host);

}  // namespace dixit::parser
