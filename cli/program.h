#pragma once

#include <span>
#include <string>

#include "cli/session.h"

namespace dixit::cli {

// The whole program: reads `words` (argv without the program's name), runs a sub-command, returns
// its exit code. Catches what libraries throw.
int run(std::span<const std::string> words, Session& session);

}  // namespace dixit::cli
