#pragma once

#include "cli/command.h"

// Each sub-command stands in the file of its name.
namespace dixit::cli {

const Command& extract_command();

}  // namespace dixit::cli
