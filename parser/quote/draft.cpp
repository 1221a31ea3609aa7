#include "parser/quote/draft.h"

#include <utility>

namespace dixit::parser {

model::Span byte_span(const Analysis& analysis, TokenRange tokens) {
  if (tokens.empty()) return {};
  return {.start = analysis.token(tokens.begin).start, .end = analysis.token(tokens.end - 1).end};
}

void add_reason(const Analysis& analysis, Draft& draft, std::string rule, TokenRange tokens) {
  draft.quotation.reasons.push_back({.rule = std::move(rule), .span = byte_span(analysis, tokens)});
}

bool is_reported_clause(const Draft& draft) {
  return draft.quotation.form == model::QuotationForm::Indirect;
}

void write_cue(const Analysis& analysis, const Cue& cue, Draft& draft) {
  draft.cue = cue.tokens;
  draft.cue_features = cue.features;
  draft.cue_tag = cue.tag;
  draft.quotation.cue = model::Cue{.span = byte_span(analysis, cue.tokens), .text = {}};
}

}  // namespace dixit::parser
