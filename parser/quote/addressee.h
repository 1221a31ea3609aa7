#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parser/quote/mentions.h"
#include "parser/quote/target_check.h"

namespace dixit::parser {

// Somebody found, and by which rule.
struct Found {
  TokenRange tokens;
  std::string_view rule;
  std::string name;  // fuller than the tokens', "" when none is known
};

// "threatened X with", "warned X that": the object of the cue.
std::optional<Found> object_of_cue(const Analysis& analysis, const Draft& draft,
                                   const TargetCheck& check);

// Whether the reporter's sentence says to whom the words were said, press and courts aside: "told
// the mayor that", "m'a dit que".
bool is_told_somebody(const Analysis& analysis, const Draft& draft, const TargetCheck& check);

// Whether whoever quotes them is told the words: "told me that", "m'ont prévenu".
bool is_told_first_person(const Analysis& analysis, const Draft& draft, const TargetCheck& check);

// Whom "you" is, by the words and the sentence that reports them: a name called out in the words,
// the one they are told, sent or addressed to. A pronoun there is followed to whom it stands for.
std::optional<Found> addressee_of(const Analysis& analysis, const Mentions& mentions,
                                  const Draft& draft, const TargetCheck& check);

}  // namespace dixit::parser
