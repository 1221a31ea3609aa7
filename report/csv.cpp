#include "report/csv.h"

#include <algorithm>
#include <array>

#include "report/utf8.h"

namespace dixit::report {
namespace {

// The signs that begin a formula, in full width too, behind blanks that a spreadsheet may drop.
bool would_run(std::string_view text) {
  constexpr std::array<std::string_view, 8> kSigns{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\u00A0"), text.size()));
  return std::ranges::any_of(kSigns, [&](auto sign) { return text.starts_with(sign); });
}

// Line ends and tabs are data; every other control character is an order to a terminal.
std::string without_controls(std::string_view text) {
  std::u32string kept = decode_utf8(text);
  std::ranges::replace_if(
      kept,
      [](char32_t c) {
        const bool white = c == U'\t' || c == U'\n' || c == U'\r';
        return (c < 0x20 && !white) || (c >= 0x7F && c < 0xA0);
      },
      U'\uFFFD');
  return encode_utf8(kept);
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string value = would_run(text) ? "'" : "";
  value += without_controls(text);
  // A spreadsheet may take ";" or a tab for the end of a cell, and what follows for a formula.
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
