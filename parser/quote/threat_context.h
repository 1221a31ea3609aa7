#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "parser/quote/draft.h"
#include "parser/quote/threat_parties.h"

namespace dixit::parser {

// What a whole text says of threats, read once for all its quotations.
struct ThreatContext {
  ThreatParties parties;
  std::set<std::string> threateners;  // words by which those who threaten are known
  std::set<std::string> threatened;   // and those who are threatened
  std::set<std::string> threatened_in_headline;
  // Folded phrases of those there who are told by whose or of what they are: "mayor of tarnmouth".
  std::vector<std::string> owned_in_headline;
  // Tokens of the reporter's own words, in order.
  std::vector<TokenIndex> threat_words;
  std::vector<TokenIndex> condition_words;
  std::vector<TokenIndex> harmless_words;
  bool tells_of_threats = false;
  bool harmless_field = false;
  bool bodily_field = false;  // speaks of arms and blood rather than of measures
};

ThreatContext read_threat_context(const Analysis& analysis, const std::vector<Draft>& drafts,
                                  std::string_view title);

// The first token of a sorted list inside the range.
std::optional<TokenIndex> first_within(const std::vector<TokenIndex>& tokens, TokenRange range);

}  // namespace dixit::parser
