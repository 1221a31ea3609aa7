#pragma once

#include <vector>

#include "parser/quote/threat_signals.h"
#include "parser/quote/verb_clause.h"

namespace dixit::parser {

// Reads the words of one draft, token by token from left to right, for what each says for or
// against a threat by itself: nouns of harm, veiled phrases, conditions, deadlines, second persons,
// orders, alternatives. Appends to `signals`.
class ThreatWords {
 public:
  ThreatWords(const Analysis& analysis, const VerbClause& clause, std::vector<Signal>& signals)
      : analysis_(&analysis), clause_(&clause), signals_(&signals) {}

  void read(TokenIndex token);

 private:
  void add(ThreatRule rule, TokenRange tokens, Tag harm = Tag::HarmNoun);
  void read_plain(TokenIndex token);
  [[nodiscard]] bool opens_nothing(TokenIndex begin) const;
  void read_harm_noun(TokenIndex token);
  [[nodiscard]] bool prevented_at_end(TokenIndex begin) const;
  void read_deadline(TokenIndex token);
  void read_person(TokenIndex token);
  void read_order(TokenIndex token);
  void read_payment(TokenIndex token);
  void read_or_else(TokenIndex token);
  void read_terse(TokenIndex token);
  void read_whoever(TokenIndex token);
  [[nodiscard]] bool own_alternative(TokenIndex token) const;

  const Analysis* analysis_;
  const VerbClause* clause_;
  std::vector<Signal>* signals_;
  TokenIndex asked_ = kNoToken;    // where somebody was last addressed or ordered
  bool ordered_ = false;           // an order was given
  bool committed_ = false;         // a phrase of intention stood before
  TokenIndex whoever_ = kNoToken;  // "anyone who" whose fate is not told yet
};

}  // namespace dixit::parser
