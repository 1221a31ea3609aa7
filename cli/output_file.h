#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace dixit::cli {

// Puts `bytes` where `path` says. A regular file, or one that is not there yet, is there whole or
// not at all: it keeps its mode and, as far as the system lets us, its owner or its group, and a
// symbolic link to it stays a link. Into anything else (a FIFO, a device) the bytes are written as
// they are. On failure a message that names the path and what is wrong with it; a regular file is
// then as it was.
[[nodiscard]] tl::expected<void, std::string> write_output_file(const std::string& path,
                                                                std::string_view bytes);

// Whether `path` is another name of this process's standard output, such as /dev/stdout.
bool names_standard_output(const std::string& path);

}  // namespace dixit::cli
