#include "cli/output.h"

#include <fmt/format.h>

#include "cli/exit_codes.h"
#include "cli/output_file.h"
#include "report/printable.h"

namespace dixit::cli {
namespace {

bool goes_to_file(const Arguments& arguments) {
  const std::string path = arguments.get("output");
  return arguments.has("output") && path != "-" && !names_standard_output(path);
}

}  // namespace

report::Style style_of(const Session& session) {
  return {session.terminal.colour, session.terminal.columns};
}

Option format_option(std::string_view formats) {
  return {'f', "format", "FORMAT", "how to print", formats};
}

Option output_option() { return {'o', "output", "FILE", "write there; \"-\" is standard output"}; }

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
  if (!goes_to_file(arguments)) {
    if (session.terminal.out_is_terminal) {
      session.out << report::in_written_order(text);
    } else {
      session.out << text;
    }
    return kSuccess;
  }
  const auto written = write_output_file(arguments.get("output"), text);
  if (written) return kSuccess;
  print_error(session, written.error(), "does the directory exist, and is there room?");
  return kFailure;
}

int nothing_found(Session& session) {
  print_error(session, "nothing passes these filters",
              "\"dixit stats\" shows what the archive holds");
  return kNothingFound;
}

}  // namespace dixit::cli
