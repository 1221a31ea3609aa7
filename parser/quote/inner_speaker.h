#pragma once

#include "parser/quote/attribute.h"

namespace dixit::parser {

// "“…,” Smith says Jones told him", "Smith said Jones's words were: “…”": the innermost verb or
// noun of speech says whose words they are, and whoever tells of it becomes the attribution's
// teller. Who hears words does not speak them: "“…,” the court heard". A noun's complement is its
// owner's, whoever speaks of it: "condemned Jones's threat to “…”".
//
// Returns the attribution with its cue, source and teller mended where another holds them.
Attribution to_inner_speaker(const Scene& scene, const Frame& frame, StretchIndex stretch,
                             const Attribution& found);

}  // namespace dixit::parser
