#include "report/highlight.h"

#include <algorithm>

#include "report/quotation_lines.h"

namespace dixit::report {
namespace {

std::size_t length_of(const Mark& mark) { return mark.span.end - mark.span.start; }

}  // namespace

std::vector<Mark> marks_of(const model::Quotation& quotation) {
  const bool is_threat = threatens(quotation);
  std::vector<Mark> marks{{quotation.span, is_threat ? Tone::Threat : Tone::Words}};
  if (quotation.source) marks.push_back({quotation.source->span, Tone::Name});
  if (quotation.cue) marks.push_back({quotation.cue->span, Tone::Cue});
  for (const auto& hop : quotation.hops) {
    if (hop.span) marks.push_back({*hop.span, Tone::Name});
    if (hop.marker_span) marks.push_back({*hop.marker_span, Tone::Hedge});
  }
  if (is_threat && quotation.threat.target) {
    marks.push_back({quotation.threat.target->span, Tone::Name});
  }
  return marks;
}

StyledText highlight(const CodePoints& text, model::Span range, std::vector<Mark> marks) {
  range.end = std::min(range.end, text.size());
  range.start = std::min(range.start, range.end);
  // Longest first, so that shorter marks are painted over them.
  std::ranges::stable_sort(marks, std::ranges::greater(), length_of);
  std::vector<Tone> tones(range.end - range.start, Tone::Plain);
  for (const auto& mark : marks) {
    const std::size_t start = std::max(mark.span.start, range.start);
    const std::size_t end = std::min(mark.span.end, range.end);
    for (std::size_t i = start; i < end; ++i) tones[i - range.start] = mark.tone;
  }
  StyledText result;
  for (std::size_t start = 0; start < tones.size();) {
    std::size_t end = start;
    while (end < tones.size() && tones[end] == tones[start]) ++end;
    result.add(tones[start], text.slice({range.start + start, range.start + end}));
    start = end;
  }
  return result;
}

}  // namespace dixit::report
