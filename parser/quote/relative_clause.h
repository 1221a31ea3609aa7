#pragma once

#include <optional>

#include "parser/quote/clause.h"

namespace dixit::parser {

// The relative pronoun of a restrictive relative clause that a noun phrase stands in, where the
// verb whose subject is sought is not that clause's own: in "the officer who arrested the gunman
// said", the gunman is not the one who speaks. No comma parts such a clause from its noun; that it
// has a verb of its own before the one sought tells it.
//
// `phrase` is the noun phrase that would otherwise be taken for the subject. Nothing when it
// stands in no such clause, or when the verb sought is the clause's own: "whose lawyer said".
std::optional<TokenIndex> enclosing_relative(const Clause& clause, TokenRange phrase);

}  // namespace dixit::parser
