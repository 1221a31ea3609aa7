#pragma once

#include <cstddef>
#include <string>
#include <tl/expected.hpp>

namespace dixit::cli {

// The file's bytes, decompressed when it is gzip, up to `bytes_max` of them; "-" is not special.
// On failure a message that names the file and what is wrong with it.
[[nodiscard]] tl::expected<std::string, std::string> read_file(const std::string& path,
                                                               std::size_t bytes_max);

}  // namespace dixit::cli
