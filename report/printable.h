#pragma once

#include <string>
#include <string_view>

namespace dixit::report {

// `text` as one line that cannot steer a terminal: white space becomes a blank, other control
// characters (escape sequences begin with one) U+FFFD, and characters that reorder what is read
// (https://trojansource.codes/) are left out. Pages are written by strangers.
std::string printable(std::string_view text);

// `text` without the characters that reorder what is read, everything else as it is.
std::string in_written_order(std::string_view text);

}  // namespace dixit::report
