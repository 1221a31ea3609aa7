#pragma once

#include <span>
#include <string>

#include "report/style.h"
#include "report/timeline.h"

namespace dixit::report {

// The timeline as a table for a terminal, one utterance a row, and a line that counts them.
std::string timeline_table(std::span<const TimelineEntry> entries, const Style& style);

}  // namespace dixit::report
