#include "report/counted.h"

#include <fmt/format.h>

namespace dixit::report {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace dixit::report
