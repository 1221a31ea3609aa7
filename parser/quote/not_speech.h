#pragma once

#include "parser/quote/scene.h"

namespace dixit::parser {

// Signs that marked words are a title, a name or a term rather than what somebody said.

// "the film “…”", "titled “…”": the word before the marks says that they hold a name.
bool is_named_so(const Scene& scene, StretchIndex stretch);

// "Enzyklika „Deus caritas est“": few capitalised words right after a noun name it, where nouns
// have capitals and so tell themselves apart.
bool names_noun_before(const Scene& scene, StretchIndex stretch);

// "Good Morning America": every long word has a capital, and capitals tell.
bool looks_like_title(const Scene& scene, StretchIndex stretch);

// An address or a handle: no space in it.
bool is_one_sign(const Scene& scene, StretchIndex stretch);

}  // namespace dixit::parser
