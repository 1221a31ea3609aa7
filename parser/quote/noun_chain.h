#pragma once

#include "parser/quote/analysis.h"

namespace dixit::parser {

// Noun phrases of a script without capitals whose article is written onto the noun: a chain of
// nouns runs until one with the article closes it, and adjectives with the article agree with it.

// Whether the language writes an article onto the word at the token and it has one.
bool has_article(const Analysis& analysis, TokenIndex token);

// Whether any word of the chain has the article.
bool is_closed_chain(const Analysis& analysis, TokenRange chain);

// Whether an unknown word may go on the chain before it, after so many other unknown words.
bool may_follow_in_chain(const Analysis& analysis, TokenRange chain, TokenIndex token, int unknown);

// Whether a name at the token is another than the name right before it: "told Reuters Smith". A
// known carrier's name ends where it is known to end; without capitals any known name after a name
// is another.
bool begins_other_name(const Analysis& analysis, TokenIndex token);

// Whether a role at the token, behind a phrase with so many words of a name, is somebody else's: it
// has a name of its own, "هدد رامي الأسعد القاضية منى", does not agree, or is said to be his
// relative.
bool begins_titled_name(const Analysis& analysis, TokenIndex token, int names,
                        const Features& phrase);

}  // namespace dixit::parser
