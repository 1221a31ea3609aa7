#pragma once

#include <optional>

#include "parser/quote/attribute.h"

namespace dixit::parser {

// Who stands before the colon in front of a stretch where no cue does: "Smith: “…”", "The minister
// turns to his voters: “…”". Nothing where no colon stands, or inside parentheses.
std::optional<Attribution> bare_colon(const Scene& scene, const Frame& frame,
                                      const MarkedStretch& stretch);

}  // namespace dixit::parser
