#pragma once

#include "parser/quote/scene.h"

namespace dixit::parser {

// Whether the word ends as the language's infinitives do and is known as nothing else. Never where
// the language file has no such endings.
bool ends_as_infinitive(const Analysis& analysis, TokenIndex token);

// Whether an infinitive may stand before `end` at the token, adverbs before it aside: by its ending
// where endings tell, else as any word that opens no noun phrase.
bool may_be_infinitive(const Scene& scene, TokenIndex token, TokenIndex end);

}  // namespace dixit::parser
