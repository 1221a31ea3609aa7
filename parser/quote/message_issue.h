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

}  // namespace dixit::parser
