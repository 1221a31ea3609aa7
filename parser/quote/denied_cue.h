#pragma once

#include <optional>

#include "parser/quote/draft.h"

namespace dixit::parser {

// The verb of denying whose complement holds the draft's cue: "denied that he had threatened to",
// "nie avoir menacé de", "bestritt, gedroht zu haben". Nothing where the denial is itself denied.
std::optional<TokenIndex> denying_verb(const Analysis& analysis, const Draft& draft);

}  // namespace dixit::parser
