#pragma once

#include <vector>

#include "parser/quote/attribute.h"

namespace dixit::parser {

// Every way in which the sentence around a stretch can say whose words it holds, best first.
std::vector<Attribution> candidates_for(const Scene& scene, const Frame& frame,
                                        StretchIndex stretch);

}  // namespace dixit::parser
