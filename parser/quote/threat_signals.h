#pragma once

#include <string>
#include <vector>

#include "parser/quote/draft.h"

namespace dixit::parser {

// What a phrase of the words says towards or against a threat.
enum class SignalKind {
  Harm,        // physical harm as an event
  Coercion,    // another serious harm
  Veiled,      // harm that is meant and not named
  Commitment,  // the speaker, or those he speaks for, will bring it about
  Address,     // a second person
  Condition,
  Deadline,
  Order,    // an imperative, half of an ultimatum
  Context,  // what the reporter says around the words
  Against,  // negated, past, a metaphor's field, a danger nobody controls
};

struct Signal {
  SignalKind kind = SignalKind::Harm;
  TokenRange tokens;
  std::string rule;
  double weight = 0;         // towards a threat; negative against
  Tag harm = Tag::HarmKill;  // of Harm and Coercion: which kind
};

// All signals of a draft's own words, those that he quotes in turn (`inner`, in order) left out.
// One walk over the tokens.
std::vector<Signal> find_signals(const Analysis& analysis, const Draft& draft,
                                 const std::vector<TokenRange>& inner);

bool is_violent_harm(Tag tag);
bool is_coercive_harm(Tag tag);

}  // namespace dixit::parser
