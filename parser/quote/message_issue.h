#pragma once

#include "parser/quote/analysis.h"

namespace dixit::parser {

// Whether the sentence around a message says that somebody named in it gave the message out: he
// "released a statement", "said in a letter", "hat einen Brief geschrieben". Whoever received,
// opened, read, showed or shared one, or was threatened in it, is not its author; where the
// sentence does not say, nobody is.
//
// `subject` and `message` are the cores of two noun phrases of one sentence, in that order.
bool gives_out(const Analysis& analysis, TokenRange subject, TokenRange message);

// Whether the verb at the token is a passive: "was threatened", "wurde in einem Brief bedroht". The
// copula is looked for after `begin`, in the verb's own clause.
bool is_passive(const Analysis& analysis, TokenIndex begin, TokenIndex verb);

}  // namespace dixit::parser
