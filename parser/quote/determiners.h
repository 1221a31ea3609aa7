#pragma once

#include "parser/quote/analysis.h"

namespace dixit::parser {

// The determiners that open a noun phrase: "the", "all his", "diese beiden".
struct Determiners {
  TokenRange tokens;  // empty where none stands
  Features features;  // what all readings of each agree on: "die" is feminine or plural, so neither
  TokenIndex last = 0;
  Tag tag = Tag::Definite;  // of the last one
};

// Those that begin at the token and leave a noun before `end`.
Determiners read_determiners(const Analysis& analysis, TokenIndex begin, TokenIndex end);

// Whether every reading of the last determiner that agrees with a reading of the noun is of a case
// in which no subject stands: "der Richterin", but not "der Richter", which may be one or many.
bool is_oblique_before(const Analysis& analysis, const Determiners& determiners, TokenIndex noun);

// "rief ihr Lars Stote nach": whether what may be a possessive stands before somebody's full name,
// so that it is a pronoun.
bool is_pronoun_before_name(const Analysis& analysis, TokenIndex token);

// Whether an article's form is a relative pronoun here: behind a comma, or a preposition that has
// one before it, and before another determiner or a verb. "bei dem ein Mann drohte", "der drohte".
bool is_relative_article(const Analysis& analysis, TokenIndex token);

}  // namespace dixit::parser
