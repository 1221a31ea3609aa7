#include "parser/quote/unnamed_harm.h"

#include <array>
#include <optional>

#include "parser/quote/speaker_evidence.h"
#include "parser/quote/verb_clause.h"

namespace dixit::parser {
namespace {

// Fewer words are a name or a term.
constexpr TokenIndex kUtteranceTokensMin = 3;

bool has(const std::vector<Signal>& signals, SignalKind kind) {
  return first_of(signals, kind) != nullptr;
}
bool has(const std::vector<Signal>& signals, ThreatRule rule) {
  return first_of(signals, rule) != nullptr;
}

// "we will", "nous commencerons": the first future of the speaker's own that nothing denies.
std::optional<TokenRange> own_future(const Analysis& analysis, const Draft& draft) {
  const VerbClause clause(analysis, draft);
  for (TokenIndex i = draft.tokens.begin; i < draft.tokens.end; ++i) {
    const auto marker = read_verb(analysis, i, std::to_array({Tag::FutureMarker}));
    if (!marker || clause.negated(i) || analysis.is(marker->tokens.end, Tag::Negation)) continue;
    if (clause.own_subject(*marker)) return marker->tokens;
  }
  return std::nullopt;
}

}  // namespace

void add_unnamed_harm(const Analysis& analysis, const ThreatContext& context, const Draft& draft,
                      std::vector<Signal>& signals) {
  if (has(signals, SignalKind::Harm) || has(signals, SignalKind::Coercion) ||
      has(signals, SignalKind::Veiled)) {
    return;
  }
  const bool cued = has(signals, ThreatRule::ThreatenCue) || has(signals, ThreatRule::ThreatenedTo);
  const bool suspect =
      has(signals, ThreatRule::AnonymousMessage) || has(signals, ThreatRule::ThreateningMessage) ||
      (has(signals, ThreatRule::Threatener) &&
       (has(signals, ThreatRule::ArmedSpeaker) || has(signals, ThreatRule::CalledThreat)));
  const bool told = draft.quotation.form == model::QuotationForm::Indirect;
  // "their feud threatened to undermine the vote": what threatens is nobody who means it.
  if (told && (draft.source.empty() || names_thing(analysis, draft.source))) return;
  if ((!cued && (!suspect || told)) || draft.tokens.size() < kUtteranceTokensMin) return;
  const bool terms =
      has(signals, SignalKind::Order) || has(signals, SignalKind::Deadline) ||
      has(signals, SignalKind::Condition) ||
      (has(signals, ThreatRule::ThreateningMessage) && has(signals, ThreatRule::SecondPerson));
  const auto future = own_future(analysis, draft);
  if (future) signals.push_back({.rule = ThreatRule::Future, .tokens = *future});
  if (!cued && !terms && !future) return;
  const bool bodily = has(signals, ThreatRule::ArmedSpeaker) || context.bodily_field;
  const ThreatRule rule = bodily ? ThreatRule::UnnamedHarm : ThreatRule::UnnamedCoercion;
  signals.push_back({.rule = rule, .tokens = draft.tokens, .harm = Tag::CoerceNoun});
}

}  // namespace dixit::parser
