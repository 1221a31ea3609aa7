#pragma once

#include <cstdint>
#include <vector>

#include "parser/quote/analysis.h"

namespace dixit::parser {

enum class CueKind : std::uint8_t {
  Verb,
  Preposition,   // "according to"
  Postposition,  // German "zufolge"
  Noun,          // "statement", "words"
};

using CueIndex = std::uint32_t;
inline constexpr CueIndex kNoCue = UINT32_MAX;

// A word or verb group that can tie words to a source.
struct Cue {
  CueKind kind = CueKind::Verb;
  TokenRange tokens;      // the whole group: "a-t-il encore déclaré"
  TokenIndex head = 0;    // the word that says what is done: "déclaré"
  TokenIndex finite = 0;  // the word that carries mood: "a"
  Tag tag = Tag::Say;
  Features features;         // of the finite word
  bool passive = false;      // its subject is no speaker
  bool dependent = false;    // gerund or infinitive: shares the subject of another verb
  TokenRange inner_subject;  // a pronoun inside or joined to the group: "a-t-il dit"
};

// All cues of a text, in order of their first token.
std::vector<Cue> find_cues(const Analysis& analysis);

// What a class of cues can tie to a source.
enum class CueStrength : std::uint8_t {
  Speech,    // whatever follows: "said"
  Verdict,   // quoted words about somebody: "called"
  Attitude,  // what somebody holds: "believes"
  Beside,    // only words that stand beside it: "laughed", "went on"
};

CueStrength strength_of(Tag tag);

}  // namespace dixit::parser
