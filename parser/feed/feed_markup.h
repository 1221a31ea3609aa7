#pragma once

#include <string>
#include <string_view>

namespace dixit::parser {

// A URL reference of a feed made absolute: "" is the base itself, an absolute one stays as it is
// written (entries are told apart by it), a relative one is resolved. Where nothing can be resolved
// the reference stays; a scheme that runs code gives "".
std::string resolve_reference(std::string_view reference, std::string_view base);

// The base that `reference` sets inside a scope with the base `outer`.
std::string resolve_base(std::string_view reference, std::string_view outer);

// A fragment of HTML with its relative links resolved, in one spelling: tags in lower case,
// attributes quoted and by name, void elements as "<br />", stray "&" and "<!" escaped. Text stays
// byte for byte.
std::string normalise_markup(std::string_view html, std::string_view base);

// Whether a text that claims to be plain holds HTML: an end tag or a character reference.
bool looks_like_markup(std::string_view text);

// Bytes of a base64 text (RFC 4648), white space in it ignored; "" when it is none.
std::string decode_base64(std::string_view text);

}  // namespace dixit::parser
