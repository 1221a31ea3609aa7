#pragma once

#include <optional>

#include "parser/quote/mentions.h"

namespace dixit::parser {

// The pronoun that begins at the token, unless the word determines or counts a noun there. `end` is
// where a phrase that begins there must end.
std::optional<Mention> read_pronoun(const Analysis& analysis, TokenIndex begin, TokenIndex end);

}  // namespace dixit::parser
