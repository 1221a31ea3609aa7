#include "tests/cli/command_line.h"

#include <sstream>

#include "cli/program.h"

namespace dixit::cli {

Said dixit(const std::vector<std::string>& words, const std::string& input,
           const Terminal& terminal) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  Session session{in, out, err, terminal};
  Said said;
  said.code = run(words, session);
  said.out = out.str();
  said.err = err.str();
  return said;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace dixit::cli
