#pragma once

#include "parser/quote/analysis.h"

namespace dixit::parser {

// The apostrophe that alone makes an owner of a plural: "the rebels’ leader". It looks like a mark
// that closes words between single marks; it is none where no such words are open, or where they
// are closed later, behind a full stop or comma of their own.
bool is_owner_apostrophe(const Analysis& analysis, TokenIndex token);

// Whether the token makes an owner of what stands before it: that apostrophe, or an ending cut off
// the word: 's.
bool ends_owner(const Analysis& analysis, TokenIndex token);

}  // namespace dixit::parser
