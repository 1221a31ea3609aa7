#pragma once

#include <span>
#include <string>

#include "cli/options.h"
#include "report/timeline.h"

namespace dixit::cli {

// The HTML timeline with the filters of the command line and the present time at its head.
std::string timeline_page(std::span<const report::TimelineEntry> entries,
                          const Arguments& arguments);

}  // namespace dixit::cli
