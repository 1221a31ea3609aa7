#pragma once

#include <span>

#include "config/embedded.h"

namespace dixit::cli {

// cli/press/pages as it was when Dixit was built; names such as "heure/index.html". The file format
// is in page.h.
std::span<const config::EmbeddedFile> press_pages();

// cli/press/entities.toml: the press's invented agency, monitor and groups, to be read after
// config/entities.toml.
config::EmbeddedFile press_entities();

}  // namespace dixit::cli
