#pragma once

#include <vector>

#include "model/quotation.h"
#include "model/span.h"
#include "report/code_points.h"
#include "report/styled_text.h"

namespace dixit::report {

// A stretch of a document's text that has a meaning of its own.
struct Mark {
  model::Span span;
  Tone tone = Tone::Plain;
};

// Source, cue, hops, hedges, target and the words themselves, as marks on the document.
std::vector<Mark> marks_of(const model::Quotation& quotation);

// The text of `range` with its marks. Where marks overlap, the shortest wins: a name inside the
// words shows as a name.
StyledText highlight(const CodePoints& text, model::Span range, std::vector<Mark> marks);

}  // namespace dixit::report
