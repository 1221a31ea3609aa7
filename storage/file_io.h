#pragma once

#include <filesystem>
#include <string_view>
#include <tl/expected.hpp>

#include "storage/error.h"

namespace dixit::storage {

// What writing evidence needs of the operating system beyond streams.

// The last system call's failure (errno) on `path`.
StorageError io_error(const std::filesystem::path& path);

// Makes the names that stand in a directory survive a power cut.
[[nodiscard]] tl::expected<void, StorageError> sync_directory(
    const std::filesystem::path& directory);

// Whether all bytes were taken; if not, some may have been, and errno says why.
[[nodiscard]] bool write_all(int descriptor, std::string_view bytes);

}  // namespace dixit::storage
