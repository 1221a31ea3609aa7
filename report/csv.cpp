#include "report/csv.h"

#include <algorithm>
#include <array>

#include "report/dangerous.h"
#include "report/utf8.h"

namespace dixit::report {
namespace {

constexpr std::string_view kGuard = "'";
// Where a comma parts decimals, a spreadsheet parts cells by ";"; some do by tabs. To them
// quotation marks within a line are text, so that a cell's own ";" and line ends part cells, too.
constexpr std::string_view kCellEnds = ";\t\r\n";

// The signs that begin a formula, in full width too, behind what a spreadsheet may drop.
bool would_run(std::string_view text) {
  constexpr std::array<std::string_view, 8> kSigns{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  text.remove_prefix(std::min(text.find_first_not_of(" \"\u00A0\u3000"), text.size()));
  return std::ranges::any_of(kSigns, [&](auto sign) { return text.starts_with(sign); });
}

// The text with a guard before everything that a spreadsheet might run.
std::string guarded(std::string_view text) {
  std::string safe;
  while (true) {
    if (would_run(text)) safe += kGuard;
    const std::size_t end = text.find_first_of(kCellEnds);
    safe += text.substr(0, end == std::string_view::npos ? end : end + 1);
    if (end == std::string_view::npos) return safe;
    text.remove_prefix(end + 1);
  }
}

// Line ends and tabs are data; every other control character is an order to a terminal.
std::string without_controls(std::string_view text) {
  std::u32string kept = decode_utf8(text);
  std::ranges::replace_if(kept, is_control, U'\uFFFD');
  return encode_utf8(kept);
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string value = guarded(without_controls(text));
  if (value.find_first_of(",;\t\"\r\n") == std::string::npos) return value;
  std::string quoted = "\"";
  for (const char character : value) {
    if (character == '"') quoted.push_back('"');
    quoted.push_back(character);
  }
  quoted.push_back('"');
  return quoted;
}

std::string csv_line(std::span<const std::string> cells) {
  std::string line;
  for (const auto& cell : cells) {
    if (&cell != cells.data()) line.push_back(',');
    line += csv_cell(cell);
  }
  return line.append("\r\n");
}

}  // namespace dixit::report
