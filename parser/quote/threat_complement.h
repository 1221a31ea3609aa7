#pragma once

#include <optional>

#include "parser/quote/complement.h"

namespace dixit::parser {

// What is threatened, where it opens at the token: "menacé de tuer", "amenazó con sanciones"; only
// as the `first` thing after the verb also without a word that opens it: "threatened retaliation".
std::optional<Complement> threat_at(const Scene& scene, const Frame& frame, TokenIndex at,
                                    bool first);

// The same further on, whatever stands before it: "threatened the oldest leaders once more with
// death".
std::optional<Complement> distant_threat(const Scene& scene, const Frame& frame, const Cue& cue,
                                         TokenIndex from);

// The same before the verb where it ends its clause: "hat mit Gewalt gedroht", "der mit Gewalt
// drohte".
std::optional<Complement> threat_before(const Scene& scene, const Frame& frame, const Cue& cue);

}  // namespace dixit::parser
