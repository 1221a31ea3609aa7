#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "report/style.h"
#include "report/timeline.h"

namespace dixit::report {

// The timeline as a table for a terminal, one utterance a row, and a line that counts them
// and the utterances that a limit has left out.
std::string timeline_table(std::span<const TimelineEntry> entries, const Style& style,
                           std::size_t left_out = 0);

}  // namespace dixit::report
