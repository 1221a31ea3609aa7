#pragma once

#include <filesystem>
#include <tl/expected.hpp>

#include "model/capture.h"
#include "storage/error.h"
#include "storage/warc_reader.h"

namespace dixit::storage {

// The one record that stands at `location` of a file in `warc_directory`. Fails with NotFound when
// the file is gone and with Corrupt when no whole record stands there.
[[nodiscard]] tl::expected<WarcReading, StorageError> read_record_at(
    const std::filesystem::path& warc_directory, const model::WarcLocation& location);

}  // namespace dixit::storage
