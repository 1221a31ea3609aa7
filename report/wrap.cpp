#include "report/wrap.h"

#include <unicode/uchar.h>

#include "report/utf8.h"

namespace dixit::report {
namespace {

std::size_t width_of(char32_t character) {
  const auto code_point = static_cast<UChar32>(character);
  switch (u_charType(code_point)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Breaks one line of the text.
void wrap_line(std::string_view line, std::size_t columns, std::vector<std::string>& lines) {
  std::string current;
  std::size_t current_width = 0;
  while (!line.empty()) {
    const std::size_t blank = line.find(' ');
    const std::string_view word = line.substr(0, blank);
    line.remove_prefix(blank == std::string_view::npos ? line.size() : blank + 1);
    if (word.empty()) continue;
    const std::size_t width = display_width(word);
    if (!current.empty() && current_width + 1 + width > columns) {
      lines.push_back(std::move(current));
      current.clear();
      current_width = 0;
    }
    if (!current.empty()) {
      current.push_back(' ');
      ++current_width;
    }
    current.append(word);
    current_width += width;
  }
  lines.push_back(std::move(current));
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const char32_t character : decode_utf8(text)) width += width_of(character);
  return width;
}

std::string fit(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  std::u32string kept;
  std::size_t width = 0;
  for (const char32_t character : decode_utf8(text)) {
    width += width_of(character);
    if (width > columns - 1) break;  // one column is the ellipsis'
    kept.push_back(character);
  }
  std::string result = encode_utf8(kept);
  while (result.ends_with(' ')) result.pop_back();
  return result.append("…");
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  std::size_t start = 0;
  while (true) {
    const std::size_t end = text.find('\n', start);
    wrap_line(text.substr(start, end - start), columns, lines);
    if (end == std::string_view::npos) return lines;
    start = end + 1;
  }
}

}  // namespace dixit::report
