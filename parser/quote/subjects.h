#pragma once

#include <optional>
#include <string_view>

#include "parser/quote/scene.h"

namespace dixit::parser {

// Who does what a cue says, and by which rule that was found.
struct Subject {
  TokenRange tokens;
  MentionIndex mention = kNoMention;  // kNoMention for a pronoun joined to the verb
  std::string_view rule;

  bool operator==(const Subject&) const = default;
};

// The subject of a verbal cue, or whom a preposition or noun names. Nothing when the clause has
// none: a verb may leave it out, and a passive has none that speaks.
std::optional<Subject> subject_of(const Scene& scene, const Frame& frame, const Cue& cue);

}  // namespace dixit::parser
