#include "cli/lines.h"

#include <streambuf>

namespace dixit::cli {

std::optional<Line> next_line(std::istream& in) {
  using Traits = std::istream::traits_type;
  std::streambuf& buffer = *in.rdbuf();
  int byte = buffer.sbumpc();
  if (Traits::eq_int_type(byte, Traits::eof())) return std::nullopt;
  Line line;
  while (!Traits::eq_int_type(byte, Traits::eof()) && byte != '\n') {
    if (line.text.size() < kLineBytesMax) {
      line.text.push_back(Traits::to_char_type(byte));
    } else {
      line.truncated = true;
    }
    byte = buffer.sbumpc();
  }
  if (line.text.ends_with('\r')) line.text.pop_back();
  return line;
}

}  // namespace dixit::cli
