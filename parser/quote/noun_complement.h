#pragma once

#include "parser/quote/complement.h"

namespace dixit::parser {

// Whether a cue that is a noun reports its complement: what a complementizer opens, and of a noun
// for threats what is to be done. Nobody's "threat of war" is a danger rather than words.
bool noun_governs(const Analysis& analysis, const Complement& complement, bool threat,
                  bool has_source);

// "The threat to burn the harbour was made by …": the words of a noun's infinitive up to the noun's
// own verb, but for one in a clause of its own there.
TokenRange before_main_verb(const Analysis& analysis, TokenRange words);

}  // namespace dixit::parser
