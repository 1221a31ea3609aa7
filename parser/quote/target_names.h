#pragma once

#include <string>

#include "parser/quote/name_index.h"
#include "parser/quote/named_descriptions.h"

namespace dixit::parser {

// The fullest names of those who are threatened: of a short name the full one, of a description
// the name that the text ties to it.
//
// Ownership: borrows the analysis and the mentions.
class TargetNames {
 public:
  TargetNames(const Analysis& analysis, const Mentions& mentions);

  // The phrase as printed where the text gives no fuller name.
  [[nodiscard]] std::string name_of(TokenRange phrase) const;

 private:
  const Analysis* analysis_;
  const Mentions* mentions_;
  NameIndex names_;
  NamedDescriptions descriptions_;
};

}  // namespace dixit::parser
