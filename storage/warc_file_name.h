#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dixit::storage {

// Names of the WARC files that we write: dixit-<UTC time>-<serial>.warc.gz. Serials rise with every
// file of an archive.

std::string warc_file_name(std::int64_t begun_at_ms, std::uint64_t serial);

// The serial of a name of ours, nothing for anybody else's file.
std::optional<std::uint64_t> serial_of(std::string_view name);

}  // namespace dixit::storage
