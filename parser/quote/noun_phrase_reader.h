#pragma once

#include "parser/quote/mentions.h"

namespace dixit::parser {

// The noun phrase or pronoun that begins at the token, without complements; its core is empty when
// none does. Shape and the language's lists decide: there is no grammar of open-class words.
Mention read_noun_phrase(const Analysis& analysis, TokenIndex begin);

}  // namespace dixit::parser
