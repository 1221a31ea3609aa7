#pragma once

#include <set>
#include <string>

#include "parser/quote/threat_context.h"

namespace dixit::parser {

// Says of phrases whether they may be whom one draft threatens: somebody or something, and neither
// the speaker, nor what is his, nor a link of the chain.
//
// Ownership: borrows all that it is given.
class TargetCheck {
 public:
  TargetCheck(const Analysis& analysis, const ThreatContext& context, const Draft& draft);

  // A phrase that harm is said to strike, in the words themselves or beside them.
  [[nodiscard]] bool may_be_struck(TokenRange phrase) const;
  // The same of somebody named elsewhere, who must not be the speaker by another name.
  [[nodiscard]] bool may_be_meant(TokenRange phrase) const;

 private:
  [[nodiscard]] bool is_speaker(TokenRange phrase) const;
  [[nodiscard]] bool is_carrier(TokenRange phrase) const;

  const Analysis* analysis_;
  const ThreatContext* context_;
  const Draft* draft_;
  std::set<std::string> speaker_;
};

}  // namespace dixit::parser
