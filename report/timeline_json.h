#pragma once

#include "report/json.h"
#include "report/timeline.h"

namespace dixit::report {

// One utterance as an object: when (as exact as the earliest page says, or its fetch), who, whom,
// the canonical words, outlets and independent origins, then every telling as a quotation of the
// archive with its place in WARC.
void write_timeline_entry(JsonWriter& json, const TimelineEntry& entry);

}  // namespace dixit::report
