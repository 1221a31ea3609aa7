#pragma once

#include "parser/quote/scene.h"

namespace dixit::parser {

// The marked stretch of the frame that the token lies in or whose opening mark it is; kNoStretch
// for the frame's own words.
StretchIndex marked_at(const Scene& scene, const Frame& frame, TokenIndex token);

// Whether the token parts clauses: a comma, in whatever script.
bool is_comma(const Analysis& analysis, TokenIndex token);

// Whether a finite verb that the language file knows stands among the frame's own words.
bool has_finite_verb(const Scene& scene, const Frame& frame, TokenRange tokens);

// Whether a subject and its verb stand here, rather than a noun phrase with clauses of its own.
bool opens_clause(const Scene& scene, const Frame& frame, TokenRange tokens);

// A finite verb by its form alone: one that may be an infinitive or a noun as well is none.
bool is_plain_verb(const Analysis& analysis, TokenIndex token);

// The same that is no part of a noun phrase.
bool stands_as_verb(const Scene& scene, TokenIndex token);

// Without punctuation at its ends, marks of quotation aside.
TokenRange trimmed(const Analysis& analysis, TokenRange tokens);

// Words, not punctuation.
TokenIndex count_words(const Analysis& analysis, TokenRange tokens);

}  // namespace dixit::parser
