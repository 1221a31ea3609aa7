#include "report/counted.h"

#include <fmt/format.h>

namespace dixit::report {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string beyond_limit(std::size_t left_out) {
  return left_out == 0 ? std::string() : fmt::format("; {} more left out by --limit", left_out);
}

}  // namespace dixit::report
