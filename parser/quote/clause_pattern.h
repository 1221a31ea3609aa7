#pragma once

#include <string_view>

#include "parser/quote/complement.h"
#include "parser/quote/parenthesis.h"

namespace dixit::parser {

// A way in which words without marks hang on what says whose they are.
struct ClausePattern {
  std::string_view rule;  // its stable identifier, a reason of the quotation
  double score = 0;       // how often it is right; it becomes the source's score
  TokenIndex words_min = kClauseWordsMin;
};

// The pattern of a complement behind its cue.
ClausePattern pattern_of(ComplementKind kind);

// The half of a clause that its cue interrupts: "The pier, he said, will stay open".
inline constexpr TokenIndex kHalfWordsMin = 2;
// What is threatened: "to resign".
inline constexpr TokenIndex kThreatWordsMin = 1;

inline constexpr ClausePattern kBeforeCue{"clause.before_cue", 0.9};
inline constexpr ClausePattern kWithPreposition{"clause.preposition", 0.9};
inline constexpr ClausePattern kAfterColon{"clause.after_colon", 0.7};
inline constexpr ClausePattern kAfterLabel{"clause.colon", 0.7};
inline constexpr ClausePattern kInReportedMood{"clause.mood", 0.6};

}  // namespace dixit::parser
