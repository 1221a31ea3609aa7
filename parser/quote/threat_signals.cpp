#include "parser/quote/threat_signals.h"

#include <algorithm>

#include "parser/quote/harm_verbs.h"
#include "parser/quote/threat_words.h"

namespace dixit::parser {
namespace {

bool inside_veiled(const Analysis& analysis, TokenIndex token) {
  return analysis.within(token, Tag::VeiledHarm) || analysis.within(token, Tag::VeiledHint) ||
         analysis.within(token, Tag::Mishap);
}

}  // namespace

std::vector<Signal> find_signals(const Analysis& analysis, const Draft& draft,
                                 const std::vector<TokenRange>& others) {
  std::vector<Signal> signals;
  const VerbClause clause(analysis, draft);
  ThreatWords words(analysis, clause, signals);
  auto skipped = others.begin();
  for (TokenIndex i = draft.tokens.begin; i < draft.tokens.end; ++i) {
    while (skipped != others.end() && skipped->end <= i) ++skipped;
    if (skipped != others.end() && skipped->contains(i)) continue;
    // "buildings catch fire": a phrase that veils harm is read whole.
    if (!inside_veiled(analysis, i)) read_harm_verb(analysis, clause, i, signals);
    words.read(i);
  }
  return signals;
}

const Signal* first_of(const std::vector<Signal>& signals, SignalKind kind) {
  const auto found = std::find_if(signals.begin(), signals.end(), [kind](const Signal& signal) {
    return kind_of(signal.rule) == kind;
  });
  return found == signals.end() ? nullptr : &*found;
}

const Signal* first_of(const std::vector<Signal>& signals, ThreatRule rule) {
  const auto found = std::find_if(signals.begin(), signals.end(),
                                  [rule](const Signal& signal) { return signal.rule == rule; });
  return found == signals.end() ? nullptr : &*found;
}

}  // namespace dixit::parser
