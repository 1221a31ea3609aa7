#pragma once

#include "parser/quote/scene.h"

namespace dixit::parser {

// What stands between a cue and the words it reports.
struct Gap {
  TokenIndex items = 0;         // words and stretches
  bool colon = false;           // a colon stands right beside the words
  bool comma = false;           // a comma does
  bool complementizer = false;  // "that" stands right before the words
  bool clause_edge = false;     // a semicolon or colon stands between
  bool verb = false;            // another finite verb does
  bool parted = false;          // a mark follows the words at once
  bool marked = false;          // any mark stands between
  TokenIndex stretches = 0;
};

// Reads the items of the frame in the range; no further than where no pattern can score.
Gap read_gap(const Scene& scene, const Frame& frame, TokenRange range);

}  // namespace dixit::parser
