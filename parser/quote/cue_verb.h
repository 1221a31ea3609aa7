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

}  // namespace dixit::parser
