#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dixit::report {

// "1 outlet", "3 outlets". Requires: a noun whose plural takes an s.
std::string counted(std::size_t count, std::string_view noun);

// "; 3 more left out by --limit" behind such a count, "" for none.
std::string beyond_limit(std::size_t left_out);

}  // namespace dixit::report
