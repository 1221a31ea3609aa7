#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <ios>
#include <iostream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/program.h"

namespace {

// Narrower than this, tables cannot be read; wider, lines cannot.
constexpr std::size_t kColumnsMin = 40;
constexpr std::size_t kColumnsMax = 200;
// For files and pipes.
constexpr std::size_t kColumnsOtherwise = 100;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

// COLUMNS, when it is set, else the terminal's width
// (https://pubs.opengroup.org/onlinepubs/9699919799/basedefs/V1_chap08.html).
std::size_t asked_columns() {
  const std::string text = environment("COLUMNS");
  std::size_t columns = 0;
  const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
  if (error == std::errc() && stopped == text.data() + text.size() && columns > 0) return columns;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kColumnsOtherwise;
  return size.ws_col;
}

std::size_t terminal_columns() { return std::clamp(asked_columns(), kColumnsMin, kColumnsMax); }

dixit::cli::Terminal look_at_terminal() {
  dixit::cli::Terminal terminal;
  terminal.out_is_terminal = isatty(STDOUT_FILENO) == 1;
  terminal.err_is_terminal = isatty(STDERR_FILENO) == 1;
  // https://no-color.org/: set and not empty means no colour.
  terminal.colour =
      terminal.out_is_terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  terminal.columns = terminal_columns();
  return terminal;
}

// A stream that is closed gives its number to the next file that is opened, and what is printed
// would end up in the archive. Reads find nothing then and writes fail, as they should.
void occupy_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
    if (open("/dev/null", O_RDONLY) != stream) std::abort();
  }
}

}  // namespace

int main(int argc, char** argv) {
  occupy_standard_streams();
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  dixit::cli::Session session{std::cin, std::cout, std::cerr, look_at_terminal(), environment};
  // Found by its path, it is not found by its name.
  if (argc > 0 && std::string_view(argv[0]).find('/') != std::string_view::npos) {
    session.program = argv[0];
  }
  return dixit::cli::run(words, session);
}
