#pragma once

#include "parser/quote/analysis.h"

namespace dixit::parser {

// Where a name ends, told by the words behind it.

// "drohte Karl Borel der Richterin", "sagte Jan zu Mia Roth": whether what is a name's particle
// elsewhere stands before another name or noun.
bool joins_names(const Analysis& analysis, TokenRange particle);

// "l'Aube noire a menacé", "l'Aube noire, un groupe armé": whether the unknown word behind a body's
// name is part of it, since the verb or an apposition follows.
bool is_adjective_of_name(const Analysis& analysis, TokenIndex token);

}  // namespace dixit::parser
