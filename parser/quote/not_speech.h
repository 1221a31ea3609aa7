#pragma once

#include "parser/quote/scene.h"

namespace dixit::parser {

// Signs that marked words are a title, a name or a term rather than what somebody said.

// "the film “…”", "titled “…”": the word before the marks says that they hold a name.
bool is_named_so(const Scene& scene, StretchIndex stretch);

// "Enzyklika „Deus caritas est“", "der „Blaue Bund“": few capitalised words right after a noun or
// its article name it, where nouns have capitals and so tell themselves apart.
bool names_noun_before(const Scene& scene, StretchIndex stretch);

// "her new album: “…”": few words without a full stop behind a noun that is given a name.
bool named_before_colon(const Scene& scene, const Frame& frame, StretchIndex stretch);

// "the “Blue Harbour Party” (BHP)": what is abbreviated is a name.
bool has_abbreviation(const Scene& scene, StretchIndex stretch);

// "Good Morning America": every long word has a capital, and capitals tell.
bool looks_like_title(const Scene& scene, StretchIndex stretch);

// An address or a handle: no space in it.
bool is_one_sign(const Scene& scene, StretchIndex stretch);

}  // namespace dixit::parser
