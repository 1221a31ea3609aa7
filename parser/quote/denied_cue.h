#pragma once

#include <optional>

#include "parser/quote/draft.h"

namespace dixit::parser {

// The verb of denying that is said of the draft's own clause: the one whose complement holds the
// draft's cue: "denied that he had threatened to", "nie avoir menacé de", "bestritt, gedroht zu
// haben"; or one that takes the clause up, ", a charge he denies". Nothing where the denial is
// itself denied.
std::optional<TokenIndex> denying_verb(const Analysis& analysis, const Draft& draft);

}  // namespace dixit::parser
