#pragma once

#include <string_view>

#include "parser/quote/mentions.h"

namespace dixit::parser {

// Who does what a cue says, and by which rule that was found.
struct Subject {
  TokenRange tokens;
  MentionIndex mention = kNoMention;  // kNoMention for a pronoun joined to the verb
  std::string_view rule;

  bool operator==(const Subject&) const = default;
};

}  // namespace dixit::parser
