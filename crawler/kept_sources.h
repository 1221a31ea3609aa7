#pragma once

#include <optional>
#include <tl/expected.hpp>
#include <vector>

#include "crawler/source.h"
#include "storage/error.h"

namespace dixit::storage {
class Archive;
}

namespace dixit::crawler {

// The sources of a crawl and its depth as its archive keeps them, so that a crawl which goes on
// without naming any follows links as far as the ones before it, and no further.

// What becomes of the sources that are kept when a crawl names its own.
enum class EarlierSources {
  Forget,  // nothing of theirs is queued
  Keep,    // beside the new ones; one that is named again is what it is now said to be
};

[[nodiscard]] tl::expected<void, storage::StorageError> keep_sources(
    const std::vector<Source>& sources, int depth_max, EarlierSources earlier,
    storage::Archive& archive);

// Those that are kept: what a crawl is given that names none.
std::vector<Source> kept_sources(const storage::Archive& archive);

// How many links from a source they were followed last; nothing where older programs kept them.
std::optional<int> kept_depth_max(const storage::Archive& archive);

}  // namespace dixit::crawler
