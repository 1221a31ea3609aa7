#pragma once

#include "parser/quote/analysis.h"

namespace dixit::parser {

// How far noun phrases reach, for printing a link's name as the reporter does; what they are is
// noun_phrase_reader's.

// The noun phrase around a head noun, by shape alone: determiner and adjectives before it, names,
// adjectives and one genitive after it. Enough to print a link's name as the reporter does.
TokenRange noun_phrase_around(const Analysis& analysis, TokenIndex head);

// The noun phrase or name that begins at `begin`, or after its determiner; empty when what stands
// there is no noun phrase.
TokenRange noun_phrase_from(const Analysis& analysis, TokenIndex begin);

}  // namespace dixit::parser
