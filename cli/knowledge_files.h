#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "cli/options.h"
#include "cli/session.h"
#include "parser/knowledge/knowledge.h"

namespace dixit::cli {

// What the parser knows, from the files built into the binary. A file of the same name below
// `directory` takes the place of a built-in one, and further languages there are added; "" for
// none. `more_entities` is read after the entities file. On failure the message names file, line
// and what is wrong.
[[nodiscard]] tl::expected<parser::Knowledge, std::string> load_knowledge(
    const std::string& directory, std::string_view more_entities = {});

// The --config option that goes with it.
Option config_option();

// load_knowledge() from --config, else DIXIT_CONFIG; prints what fails.
[[nodiscard]] tl::expected<parser::Knowledge, int> knowledge_for(
    const Arguments& arguments, Session& session, std::string_view more_entities = {});

}  // namespace dixit::cli
