#pragma once

#include <string>

#include "report/timeline.h"

namespace dixit::report {

// The id of an entry's card, made of letters, digits and "-" alone.
std::string card_id(const TimelineEntry& entry);

// "violent", "coercive" or "none", followed by " hedged" when the report stands back.
std::string card_class(const EntrySummary& summary);

// One utterance as an HTML article: words, chain, tellings and their evidence.
std::string timeline_card(const TimelineEntry& entry);

}  // namespace dixit::report
