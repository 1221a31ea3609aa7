#include "parser/quote/possessor.h"

namespace dixit::parser {

std::optional<Subject> possessor_of(const Scene& scene, TokenIndex noun, std::string_view rule) {
  const Analysis& analysis = scene.analysis();
  const MentionIndex whole = scene.mentions().at(noun);
  if (whole == kNoMention) return std::nullopt;
  const TokenRange& core = scene.mentions()[whole].core;
  for (TokenIndex at = noun; at-- > core.begin + 1;) {
    if (analysis.is(at, Tag::Enclitic) && analysis.token(at).joined) {
      return Subject{.tokens = {.begin = core.begin, .end = at}, .rule = rule};
    }
  }
  return std::nullopt;
}

}  // namespace dixit::parser
