#pragma once

#include "parser/quote/mentions.h"

namespace dixit::parser {

// Whose a message or its words are by what follows its noun, before `end`: "a letter from Jones",
// "une lettre de menaces d'un inconnu", "the words of Jones", "a statement, signed by Jones".
// kNoMention where nobody is named: what it is for, whom it is against, by whom it was found, and
// whom a picture is of say nothing of that.
MentionIndex sender_of(const Analysis& analysis, const Mentions& mentions, TokenIndex noun,
                       TokenIndex end);

}  // namespace dixit::parser
