#include "report/printable.h"

#include <algorithm>

#include "report/dangerous.h"
#include "report/utf8.h"

namespace dixit::report {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_white_space(char32_t code_point) {
  return code_point == U'\n' || code_point == U'\t' || code_point == U'\r';
}

bool is_plain_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return byte >= 0x20 && byte < 0x7F; });
}

}  // namespace

std::string printable(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::u32string result;
  for (const char32_t code_point : decode_utf8(text)) {
    if (is_white_space(code_point)) {
      result.push_back(U' ');
    } else if (is_control(code_point)) {
      result.push_back(kReplacement);
    } else if (!reorders(code_point)) {
      result.push_back(code_point);
    }
  }
  return encode_utf8(result);
}

std::string in_written_order(std::string_view text) {
  std::u32string kept = decode_utf8(text);
  std::erase_if(kept, reorders);
  return encode_utf8(kept);
}

}  // namespace dixit::report
