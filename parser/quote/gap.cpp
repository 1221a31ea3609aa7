#include "parser/quote/gap.h"

#include <algorithm>

#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words and stretches after which no pattern scores more than its floor.
constexpr TokenIndex kGapItemsMax = 120;

}  // namespace

Gap read_gap(const Scene& scene, const Frame& frame, TokenRange range) {
  const Analysis& analysis = scene.analysis();
  Gap gap;
  for (TokenIndex at = range.begin; at < range.end && gap.items < kGapItemsMax; ++at) {
    const StretchIndex child = scene.child_at(frame.region, at);
    if (child != kNoStretch) {
      ++gap.stretches;
      ++gap.items;
      at = std::max(at, std::min(range.end, scene.stretches()[child].outer.end) - 1);
      continue;
    }
    const char32_t mark = analysis.mark(at);
    gap.colon = mark == ':';
    gap.comma = mark == ',' || mark == U'،';
    gap.clause_edge = gap.clause_edge || mark == ':' || mark == ';' || mark == U'؛';
    gap.parted = gap.parted || (mark != 0 && at == range.begin);
    gap.marked = gap.marked || mark != 0;
    if (mark != 0) continue;
    gap.complementizer = analysis.is(at, Tag::Complementizer);
    if (is_light(analysis, at)) continue;
    ++gap.items;
    gap.verb = gap.verb || (verb_moods(analysis, at) & kFiniteMoods) != 0;
  }
  return gap;
}

}  // namespace dixit::parser
