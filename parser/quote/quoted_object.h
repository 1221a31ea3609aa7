#pragma once

#include "parser/quote/met_words.h"

namespace dixit::parser {

// "quoted Smith as saying", "recalled Smith saying", "heard him shout", Spanish "oyó gritar a
// Prado": whoever is the object speaks, whoever the subject is. `cue` is either verb. Nothing where
// the cue is no part of such a pair.
std::optional<MetWords> quoted_object(const Scene& scene, const Cue& cue);

}  // namespace dixit::parser
