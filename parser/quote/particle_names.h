#pragma once

#include <vector>

#include "parser/quote/analysis.h"

namespace dixit::parser {

// The tokens with which names open that are written with a small letter: "al-Hadid", "bin Qasim",
// "van der Meer", accounts such as "@reedbrigade". A particle that is a word of the language too
// ("de", "von") opens one only beside a verb of speech or a mark, where the text has it behind a
// given name: "Petra von der Aue". In order. They are to be read as capitals are.
std::vector<TokenIndex> particle_names(const Analysis& analysis);

// Whether the token is one of them, once they are read so.
bool opens_particle_name(const Analysis& analysis, TokenIndex token);

}  // namespace dixit::parser
