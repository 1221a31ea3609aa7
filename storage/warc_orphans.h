#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "storage/error.h"

namespace dixit::storage {

// WARC records that no database points at: those of a batch that a crash cut short, but also those
// of a database that was lost or restored from an older copy, and of files that somebody put there.
// Nobody can tell which from the bytes, so records that are whole are never taken away.

// The folder below warc/ for them. Nothing there is read or counted.
inline constexpr std::string_view kOrphansFolder = "orphaned";

// The first file of `directory` that holds a whole record beside its warcinfo, of whatever name.
std::optional<std::filesystem::path> file_with_records(const std::filesystem::path& directory);

// Moves files of ours with a serial above `committed_serial` into kOrphansFolder; one that has come
// no further than its warcinfo is removed. Returns where they lie now.
[[nodiscard]] tl::expected<std::vector<std::filesystem::path>, StorageError> set_aside_newer_files(
    const std::filesystem::path& directory, std::uint64_t committed_serial);

// Copies what stands in the file from byte `offset` on into a file of its own in kOrphansFolder, if
// a whole record is among it, so that the caller may cut it off. Returns the copy, which is
// durable.
[[nodiscard]] tl::expected<std::optional<std::filesystem::path>, StorageError> set_aside_tail(
    const std::filesystem::path& file, std::uint64_t offset);

}  // namespace dixit::storage
