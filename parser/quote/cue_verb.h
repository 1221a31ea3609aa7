#pragma once

#include <optional>

#include "parser/quote/analysis.h"

namespace dixit::parser {

// A verb of several classes is read as one of them, always in the same order of preference; its
// moods are those of all readings as long as the longest.
struct CueVerb {
  Tag tag = Tag::Say;
  TokenIndex length = 0;
  unsigned moods = 0;
  Features finite;      // the first finite reading
  Features participle;  // the first participle reading
};

// What the verb form at the token can be of the verbs that tie words to a source; nothing for
// another word.
std::optional<CueVerb> read_cue_verb(const Analysis& analysis, TokenIndex token);

// "s'est fait menacer", "se voit répondre": whether a reflexive and a verb of causing or perceiving
// make the subject of the infinitive at the token the one it is done to.
bool is_undergone(const Analysis& analysis, TokenIndex infinitive);

}  // namespace dixit::parser
