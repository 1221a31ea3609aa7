#pragma once

#include "parser/quote/mentions.h"

namespace dixit::parser {

// Where nouns have cases an object may open the sentence: its article or its subject's tells.

// "der Mann", "ein Unbekannter": only the masculine singular tells its first case.
bool is_marked_nominative(const Analysis& analysis, const Mention& mention);

// Of the mention that opens a sentence: the one right behind the verb, any word, whose form makes
// it the subject instead, "Die Frau bedrohte der Mann"; the mention itself where none stands there.
MentionIndex subject_of_opening(const Analysis& analysis, const Mentions& mentions,
                                MentionIndex opening);

}  // namespace dixit::parser
