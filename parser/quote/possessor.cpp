#include "parser/quote/possessor.h"

#include <algorithm>

#include "parser/quote/owner_apostrophe.h"

namespace dixit::parser {

std::optional<Subject> possessor_of(const Scene& scene, TokenIndex noun, std::string_view rule) {
  const Analysis& analysis = scene.analysis();
  MentionIndex whole = scene.mentions().at(noun);
  // A noun that the lists know as a verb too may stand outside the phrase.
  if (whole == kNoMention && noun > 1 && ends_owner(analysis, noun - 1)) {
    whole = std::min(scene.mentions().at(noun - 1), scene.mentions().at(noun - 2));
  }
  if (whole == kNoMention) return std::nullopt;
  const TokenRange& core = scene.mentions()[whole].core;
  for (TokenIndex at = noun; at-- > core.begin + 1;) {
    if (ends_owner(analysis, at)) {
      return Subject{.tokens = {.begin = core.begin, .end = at}, .rule = rule};
    }
  }
  return std::nullopt;
}

}  // namespace dixit::parser
