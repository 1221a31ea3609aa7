#pragma once

#include <string>
#include <vector>

#include "cli/session.h"

namespace dixit::cli {

// What a command line printed and how it ended.
struct Said {
  int code = -1;
  std::string out;
  std::string err;
};

// Runs `dixit WORDS...` in this process, on a terminal as given.
Said dixit(const std::vector<std::string>& words, const std::string& input = "",
           const Terminal& terminal = {});

// The lines of a text, without their ends.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace dixit::cli
