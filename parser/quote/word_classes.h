#pragma once

#include "parser/quote/analysis.h"

namespace dixit::parser {

// What a token can be in a clause, asked of its lexicon readings. A word often has several
// readings; these say which are possible, and the caller's neighbours decide.

// "the", "ses", "diese": opens a noun phrase.
bool is_determiner_like(const Analysis& analysis, TokenIndex token);

// A noun that heads a description of people or of a body that can speak.
bool is_speaker_noun(const Analysis& analysis, TokenIndex token);

// A word that ends a noun phrase: preposition, conjunction, pronoun, auxiliary, adverb ...
bool ends_noun_phrase(const Analysis& analysis, TokenIndex token);

// A capitalised word that may be part of a name, as far as its own form tells.
bool may_be_name(const Analysis& analysis, TokenIndex token);

// "April Dunn", "Jan Borel": a month's name that is somebody's, since another name follows it and
// no preposition or number stands before it.
bool is_month_as_name(const Analysis& analysis, TokenIndex token);

// Means whoever is spoken to, by itself or by a capital that no sentence gives it.
bool addresses(const Analysis& analysis, TokenIndex token);

// Words that may stand between a verb and its subject or auxiliary: adverbs, negation, clitics.
bool is_light(const Analysis& analysis, TokenIndex token);

// Whether a word ends as adverbs of manner do. Nouns and adjectives may: ask it where none stands.
bool ends_as_adverb(const Analysis& analysis, TokenIndex token);

// The length of the longest adverbial, negation or clitic phrase at the token, 0 for none.
TokenIndex light_length(const Analysis& analysis, TokenIndex token);

// The moods in which the token may be a verb of any class, as a set of bits 1 << Mood.
unsigned verb_moods(const Analysis& analysis, TokenIndex token);

constexpr unsigned mood_bit(Mood mood) { return 1U << static_cast<unsigned>(mood); }
inline constexpr unsigned kFiniteMoods = mood_bit(Mood::Indicative) | mood_bit(Mood::Future) |
                                         mood_bit(Mood::Conditional) | mood_bit(Mood::Subjunctive) |
                                         mood_bit(Mood::Reportive);

// Whether the verb at the token is a passive: "was threatened", "wurde in einem Brief bedroht". Its
// copula is looked for from `begin` on, in the verb's own clause.
bool is_passive(const Analysis& analysis, TokenIndex begin, TokenIndex verb);

// The token before an object, what marks a person as one stepped over: "oyó" in "oyó a Prado".
// kNoToken where none stands there.
TokenIndex before_object(const Analysis& analysis, TokenIndex object);

bool in_same_sentence(const Analysis& analysis, TokenIndex a, TokenIndex b);

}  // namespace dixit::parser
