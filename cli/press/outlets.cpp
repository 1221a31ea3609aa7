#include "cli/press/outlets.h"

#include <fmt/format.h>

namespace dixit::cli {

std::string origin_of(const Outlet& outlet, std::uint16_t port) {
  return fmt::format("http://{}:{}", outlet.address, port);
}

}  // namespace dixit::cli
