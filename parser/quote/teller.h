#pragma once

#include "parser/quote/draft.h"

namespace dixit::parser {

// Whoever tells of another's words, as a link of their chain: a known agency or outlet by its name
// and role, an authority or a carrier that its noun calls so, anybody else as a witness.
//
// `told` is where he is printed and `source` who that is.
model::Hop teller_hop(const Analysis& analysis, TokenRange told, const model::Source& source);

}  // namespace dixit::parser
