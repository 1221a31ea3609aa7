#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {

// The threat read in the quotation of a text that holds `part`.
inline model::Threat threat_of(std::string_view language, std::string_view text,
                               std::string_view part) {
  return quotation_with(read_in(language, text), part).threat;
}

inline model::ThreatClass threat_in(std::string_view language, std::string_view text,
                                    std::string_view part) {
  return threat_of(language, text, part).threat_class;
}

inline bool fired(const model::Threat& threat, std::string_view rule) {
  return std::any_of(threat.rationale.begin(), threat.rationale.end(),
                     [rule](const model::Rationale& reason) { return reason.rule == rule; });
}

// The name of whom the threat is aimed at, "" when nobody is named.
inline std::string target_in(std::string_view language, std::string_view text,
                             std::string_view part) {
  const model::Threat threat = threat_of(language, text, part);
  return threat.target ? threat.target->name : "";
}

}  // namespace dixit::parser
