// Any bytes become valid UTF-8, and code points and bytes of it are converted both ways.
#include <cstddef>
#include <cstdint>
#include <string>

#include "parser/text/charset.h"
#include "parser/text/fold.h"
#include "parser/text/utf8.h"
#include "tests/fuzz/require.h"

namespace {

namespace parser = dixit::parser;
using dixit::fuzz::require;

void check_index(const std::string& text) {
  const parser::CodePointIndex index(text);
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    require(index.to_code_point(offset) == count && index.to_byte(count) == offset);
    offset += parser::decode_at(text, offset).length;
  }
  require(index.size() == count && count == parser::count_code_points(text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  // The first line serves as the transport's label.
  const std::string label = bytes.substr(0, bytes.find('\n'));
  for (const auto markup : {parser::Markup::Html, parser::Markup::Xml, parser::Markup::None}) {
    const parser::DecodedText decoded = parser::decode_text(bytes, label, markup);
    require(parser::is_valid_utf8(decoded.text));
    require(decoded == parser::decode_text(bytes, label, markup));
    check_index(decoded.text);
  }
  require(parser::is_valid_utf8(parser::replace_invalid_utf8(bytes)));
  require(parser::is_valid_utf8(parser::fold(bytes)));
  return 0;
}
