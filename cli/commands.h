#pragma once

#include "cli/command.h"

// Each sub-command stands in the file of its name.
namespace dixit::cli {

const Command& chain_command();
const Command& crawl_command();
const Command& demo_command();
const Command& export_command();
const Command& extract_command();
const Command& ingest_command();
const Command& inspect_command();
const Command& search_command();
const Command& show_command();
const Command& sources_command();
const Command& stats_command();
const Command& timeline_command();

}  // namespace dixit::cli
