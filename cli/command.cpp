#include "cli/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/commands.h"

namespace dixit::cli {

std::span<const Command* const> commands() {
  static const std::array kCommands{
      &crawl_command(),   &ingest_command(),  &search_command(),  &timeline_command(),
      &show_command(),    &chain_command(),   &export_command(),  &stats_command(),
      &extract_command(), &inspect_command(), &sources_command(), &demo_command(),
  };
  return kCommands;
}

const Command* find_command(std::string_view name) {
  const auto all = commands();
  const auto found = std::ranges::find(all, name, &Command::name);
  return found == all.end() ? nullptr : *found;
}

std::vector<Option> all_options(const Command& command) {
  std::vector<Option> options = command.options;
  options.push_back({'h', "help", "", "show this help"});
  return options;
}

int refuse_usage(Session& session, std::string_view command, std::string_view problem) {
  print_error(session, problem, fmt::format("\"dixit help {}\" explains the options", command));
  return kUsage;
}

}  // namespace dixit::cli
