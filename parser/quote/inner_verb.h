#pragma once

#include <algorithm>
#include <optional>

#include "parser/quote/scene.h"
#include "parser/quote/subject.h"

// A verb of speech in a clause that another one governs: "Smith says Jones told him".
namespace dixit::parser {

inline TokenIndex verb_of(const Cue& cue) { return std::min(cue.finite, cue.tokens.begin); }

// The token from there on that is no adverb, negation or clitic.
TokenIndex skip_light(const Scene& scene, const Frame& frame, TokenIndex token);

// The verb of speech that begins at the token, kNoCue where none does.
CueIndex speech_verb_at(const Scene& scene, const Frame& frame, TokenIndex token);

// Whether the verb has no words of its own after it: only whom it was said to, when and where.
bool lacks_words(const Scene& scene, const Frame& frame, const Cue& verb);

// Whether the verb, or a pronoun for whoever is told, opens a clause in a language where its
// subject may follow it or be left out: "que le dijo el capo".
bool is_told_clause(const Scene& scene, const Frame& frame, const Cue& verb);

// What stands right behind the verb and may be its subject, kNoMention for nothing.
MentionIndex phrase_behind(const Scene& scene, const Frame& frame, const Cue& verb);

// Whether a verb that leaves its subject out is not said of whoever tells of it: "recuerda Prado
// que le gritaron". He is told, and nobody else is, or the verb is of many.
bool speaks_to_another(const Scene& scene, const Cue& verb, const std::optional<Subject>& teller);

}  // namespace dixit::parser
