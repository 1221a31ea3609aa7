#include "cli/press/latin1.h"

#include <cstddef>

#include "parser/text/utf8.h"

namespace dixit::cli {

std::string to_latin1(std::string_view utf8) {
  std::string latin1;
  for (std::size_t at = 0; at < utf8.size();) {
    const parser::DecodedCodePoint point = parser::decode_at(utf8, at);
    latin1 += point.value < 0x100 ? static_cast<char>(point.value) : '?';
    at += point.length;
  }
  return latin1;
}

}  // namespace dixit::cli
