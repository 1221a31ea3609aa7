#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dixit::report {

// "1 outlet", "3 outlets". Requires: a noun whose plural takes an s.
std::string counted(std::size_t count, std::string_view noun);

}  // namespace dixit::report
