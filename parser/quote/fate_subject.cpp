#include "parser/quote/fate_subject.h"

#include <algorithm>

#include "parser/quote/noun_phrase_extent.h"
#include "parser/quote/word_classes.h"

namespace dixit::parser {
namespace {

// Words between a cue and the subject of its clause, or of a fate before its verb.
constexpr TokenIndex kFrameReach = 10;

// "any attack", "tout acte": what is done, not who does it.
bool names_deed(const Analysis& analysis, TokenIndex whoever) {
  const TokenIndex end = whoever + analysis.match(whoever, Tag::Whoever)->length;
  return analysis.is(whoever, Tag::HarmNoun) || analysis.is(end, Tag::HarmNoun) ||
         analysis.is(end - 1, Tag::HarmNoun);
}

// "said that the strikers “face dismissal”": whom the reporter makes the subject of the fragment.
TokenRange clause_subject_of(const Analysis& analysis, const Draft& draft) {
  if (draft.quotation.form != model::QuotationForm::Mixed || draft.cue.empty()) return {};
  for (TokenIndex i = draft.cue.end; i < draft.tokens.begin && i < draft.cue.end + kFrameReach;
       ++i) {
    const PhraseMatch* that = analysis.match(i, Tag::Complementizer);
    if (that != nullptr) return noun_phrase_from(analysis, i + that->length);
  }
  return {};
}

}  // namespace

std::optional<TokenRange> subject_of_fate(const Analysis& analysis, const Draft& draft,
                                          const std::vector<Signal>& signals,
                                          const TargetCheck& check) {
  if (first_of(signals, ThreatRule::OwnHand) != nullptr) return std::nullopt;
  const TokenRange subject = clause_subject_of(analysis, draft);
  if (check.may_be_meant(subject)) return subject;
  for (TokenIndex i = draft.tokens.begin; i < draft.tokens.end; ++i) {
    if (!analysis.is(i, Tag::Whoever) || names_deed(analysis, i)) continue;
    TokenIndex end = i + analysis.match(i, Tag::Whoever)->length;
    const TokenIndex limit = std::min(draft.tokens.end, end + kFrameReach);
    static const TagSet kFinite = tag_set({Tag::Copula, Tag::Modal, Tag::FutureMarker});
    while (end < limit && analysis.token(end).kind != TokenKind::Punctuation &&
           !analysis.is_any(end, kFinite)) {
      ++end;
    }
    return TokenRange{.begin = i, .end = end};
  }
  return std::nullopt;
}

}  // namespace dixit::parser
