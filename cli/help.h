#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "cli/command.h"

namespace dixit::cli {

// The texts of `dixit help`, broken into lines of at most `columns`.

std::string general_help(std::size_t columns);
std::string command_help(const Command& command, std::size_t columns);

// Help on what is no command, such as "exit-codes", or nothing when there is no such topic.
std::optional<std::string> topic_help(std::string_view topic, std::size_t columns);

// "dixit 0.1.0" and what reads the pages.
std::string version_line();

}  // namespace dixit::cli
