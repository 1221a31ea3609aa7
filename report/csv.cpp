#include "report/csv.h"

#include "report/utf8.h"

namespace dixit::report {
namespace {

bool would_run(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string value = would_run(text) ? "'" : "";
  value += to_valid_utf8(text);
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
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
