#include "parser/quote/cues.h"

namespace dixit::parser {

CueStrength strength_of(Tag tag) {
  switch (tag) {
    case Tag::Judge:
    case Tag::Charge:
      return CueStrength::Verdict;
    case Tag::Think:
    case Tag::Learn:
      return CueStrength::Attitude;
    case Tag::Express:
    case Tag::Perceive:
    case Tag::NameVerb:
      return CueStrength::Beside;
    default:
      return CueStrength::Speech;
  }
}

}  // namespace dixit::parser
