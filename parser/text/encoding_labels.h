#pragma once

#include <string_view>

namespace dixit::parser {

// A character encoding of the WHATWG Encoding Standard (https://encoding.spec.whatwg.org/).
struct Encoding {
  std::string_view name;            // as the standard spells it, in lower case
  std::string_view converter_name;  // ICU's; "" where this library needs no converter for it

  bool operator==(const Encoding&) const = default;
};

// The encoding that a label names ("latin1" is windows-1252), or null. White space at the ends and
// letter case do not count. The pointer is valid for ever.
const Encoding* find_encoding(std::string_view label);

}  // namespace dixit::parser
