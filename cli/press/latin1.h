#pragma once

#include <string>
#include <string_view>

namespace dixit::cli {

// UTF-8 as ISO-8859-1; "?" for what that cannot say.
std::string to_latin1(std::string_view utf8);

}  // namespace dixit::cli
