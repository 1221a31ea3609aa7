#pragma once

#include <string>
#include <string_view>

// The spellings in which a path from a URL and a path from robots.txt are compared.
//
// RFC 9309 §2.2.2 compares both after one normalisation; Google's open matcher compares them nearly
// as written. The two differ where a path is spelt in an unusual way ("/%62az" for "/baz").
// Dixit keeps both spellings, see verdict() in robots.h.
namespace dixit::policy {

// What robots.txt is asked about: from the first slash after the authority to the fragment, in the
// URL's own spelling. "/" when the URL has no path; a path alone is answered with itself.
std::string robots_path(std::string_view url);

// The literal spelling of a rule's path: hexadecimal digits of escapes in capitals, bytes outside
// ASCII escaped. Idempotent.
std::string literal_rule_path(std::string_view path);

// The literal spelling of a URL's path: hexadecimal digits of escapes in capitals. Idempotent.
std::string literal_url_path(std::string_view path);

// The normal spelling by RFC 9309 §2.2.2: escapes of unreserved characters are undone, other
// characters that a URL may not hold are escaped, and so are `:` and `/` after the "?". Of a rule,
// `*` and a final `$` keep their meaning; of a URL they are characters, written %2A and %24.
std::string normal_rule_path(std::string_view path);
std::string normal_url_path(std::string_view path);

}  // namespace dixit::policy
