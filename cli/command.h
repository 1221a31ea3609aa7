#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "cli/exit_codes.h"
#include "cli/options.h"
#include "cli/session.h"

namespace dixit::cli {

// A line that a reader can paste, and what it does.
struct Example {
  std::string_view command;
  std::string_view effect;
};

// One sub-command: what help says of it, and the function that does it.
struct Command {
  std::string_view name;
  std::string_view summary;      // a few words, for the list of commands
  std::string_view operands;     // what follows the options in the usage line
  std::string_view description;  // for a reader: what goes in, what comes out
  std::vector<Option> options;   // without --help, which every command has
  std::vector<Example> examples;
  int (*run)(const Arguments& arguments, Session& session) = nullptr;  // an exit code
};

// All of them, in the order in which help lists them.
std::span<const Command* const> commands();

// By name, or null.
const Command* find_command(std::string_view name);

// The options of `command` with --help.
std::vector<Option> all_options(const Command& command);

// A wrong command line found after parsing: prints it with a pointer to help, returns kUsage.
int refuse_usage(Session& session, std::string_view command, std::string_view problem);

}  // namespace dixit::cli
