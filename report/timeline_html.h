#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "report/timeline.h"

namespace dixit::report {

// What stands at the head of a timeline page.
struct TimelinePage {
  std::string title = "Timeline of threats";
  std::string selection;     // the filters, in words; "" when there were none
  std::int64_t made_at = 0;  // Unix seconds
  std::string software;      // such as "Dixit 0.1.0"
  std::size_t left_out = 0;  // utterances beyond a limit
};

// A browser lays out this many cards in a second or two; what is beyond is said to be left out.
inline constexpr std::size_t kHtmlEntriesMax = 5000;

// The timeline as one HTML file that needs nothing else: style, script and drawing are inside, its
// content security policy forbids every request, and it reads the same without the script, in the
// dark and on paper.
std::string timeline_html(std::span<const TimelineEntry> entries, const TimelinePage& page);

}  // namespace dixit::report
