#pragma once

#include <span>
#include <string>

#include "report/timeline.h"

namespace dixit::report {

// The timeline as CSV, one telling a line, so that a spreadsheet can group them by utterance.
// `first_date` is as exact as the earliest page says; `first_date_is` "fetched" where it says
// nothing.
std::string timeline_csv(std::span<const TimelineEntry> entries);

}  // namespace dixit::report
