#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "parser/quote/analysis.h"

namespace dixit::parser {

using StretchIndex = std::uint32_t;
inline constexpr StretchIndex kNoStretch = UINT32_MAX;

// Words between a pair of quotation marks, whether anybody's or a title's.
struct MarkedStretch {
  TokenRange inner;                  // without the marks
  TokenRange outer;                  // with them
  StretchIndex parent = kNoStretch;  // the stretch around it
  bool closed = true;                // false: its paragraph ended first
  bool continues = false;            // its opening mark repeats one that no mark had closed
  bool turn = false;                 // a dash opens it: somebody's words, whoever's they are
  bool resumes = false;              // goes on the stretch before it after a "…, said Smith, …"

  bool operator==(const MarkedStretch&) const = default;
};

struct MarkedStretches {
  std::vector<MarkedStretch> read;
  std::size_t unread = 0;  // how many come after as many as are read of one text
};

// Pairs quotation marks: nested, mixed («“ ”», „ “, » «), straight ones by their neighbours, and an
// opening mark repeated at each paragraph of one speech. Ordered by start, outer before inner;
// empty stretches are left out. Linear: nesting and the reach of an unclosed mark are limited.
MarkedStretches find_marked_stretches(const Analysis& analysis);

}  // namespace dixit::parser
