#include "cli/output.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "cli/exit_codes.h"

namespace dixit::cli {

report::Style style_of(const Session& session) {
  return {session.terminal.colour, session.terminal.columns};
}

Option format_option(std::string_view formats) {
  return {'f', "format", "FORMAT", "how to print", formats};
}

Option output_option() { return {'o', "output", "FILE", "write there instead of to the screen"}; }

std::string json_values(std::string_view format, std::size_t count,
                        const std::function<void(report::JsonWriter&, std::size_t)>& write) {
  const bool is_array = format == "json";
  std::string text = is_array ? "[" : "";
  report::JsonWriter json;
  for (std::size_t i = 0; i < count; ++i) {
    if (is_array) text += i == 0 ? "\n" : ",\n";
    json.clear();
    write(json, i);
    text += json.text();
    if (!is_array) text.push_back('\n');
  }
  if (is_array) text += "\n]\n";
  return text;
}

int deliver(const Arguments& arguments, Session& session, std::string_view text) {
  if (!arguments.has("output")) {
    session.out << text;
    return kSuccess;
  }
  namespace fs = std::filesystem;
  const fs::path path = arguments.get("output");
  const fs::path unfinished = path.string() + ".part";
  std::ofstream file(unfinished, std::ios::binary);
  file << text;
  file.close();
  std::error_code error;
  if (file.good()) fs::rename(unfinished, path, error);
  if (file.good() && !error) return kSuccess;
  std::error_code ignored;
  fs::remove(unfinished, ignored);
  print_error(session, fmt::format("{}: cannot be written", path.string()),
              "does the directory exist, and is there room?");
  return kFailure;
}

int nothing_found(Session& session) {
  print_error(session, "nothing passes these filters",
              "\"dixit stats\" shows what the archive holds");
  return kNothingFound;
}

}  // namespace dixit::cli
