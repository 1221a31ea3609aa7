#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <ostream>
#include <string>
#include <string_view>

namespace dixit::cli {

// What stands at the other end of the streams.
struct Terminal {
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool colour = false;       // a terminal, and neither NO_COLOR nor TERM=dumb is set
  std::size_t columns = 80;  // of the terminal
};

// Everything a sub-command has of the outside, so that tests call it in process.
//
// stdout carries data only; progress and errors go to stderr.
struct Session {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Terminal terminal;
  // The value of an environment variable, "" when unset.
  std::function<std::string(const char*)> environment = [](const char*) { return std::string(); };
  std::string program = "dixit";  // what to type to run it again
};

// Prints "dixit: PROBLEM" and the remedy, when there is one, on a line of its own.
void print_error(Session& session, std::string_view problem, std::string_view remedy = {});

}  // namespace dixit::cli
