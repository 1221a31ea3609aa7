#pragma once

#include "parser/quote/mentions.h"

namespace dixit::parser {

// Where a mention ends with the name in marks that its noun takes: "the gang “Salt Hands”". The
// mention's own end when none follows.
TokenIndex end_with_name_in_marks(const Analysis& analysis, const Mention& mention);

}  // namespace dixit::parser
