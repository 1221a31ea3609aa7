#pragma once

#include "parser/quote/attribute.h"

namespace dixit::parser {

// Gives the words to whose they are, or to nobody, where the clause that ties them to a source says
// that he only met with them or handed them on.
void give_to_owner(const Scene& scene, const Frame& frame, const MarkedStretch& stretch,
                   Attribution& found);

}  // namespace dixit::parser
