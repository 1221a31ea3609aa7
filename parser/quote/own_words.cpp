#include "parser/quote/own_words.h"

#include <algorithm>
#include <utility>

#include "parser/quote/steps.h"

namespace dixit::parser {
namespace {

// The source is in no doubt: the platform itself says who posted.
constexpr double kCertain = 1;

int groups_in(const std::vector<Draft>& drafts) {
  int groups = 0;
  for (const Draft& draft : drafts) groups = std::max(groups, draft.quotation.group);
  return groups;
}

TokenRange tokens_in(const Analysis& analysis, const model::Span& bytes) {
  return {.begin = analysis.token_at_byte(bytes.start), .end = analysis.token_at_byte(bytes.end)};
}

}  // namespace

std::vector<model::Quotation> quote_own_words(const OwnWords& words, int group) {
  std::vector<model::Quotation> quotations;
  for (const model::Span& stretch : words.stretches) {
    model::Quotation& quotation = quotations.emplace_back();
    quotation.span = stretch;
    quotation.form = model::QuotationForm::Direct;
    quotation.group = group;
    if (!words.name.empty()) {
      quotation.source = model::Source{.span = words.source, .name = words.name, .score = kCertain};
    }
    quotation.hops = words.hops;
    quotation.report_status = words.report_status;
    quotation.medium = model::Medium::SocialPost;
    quotation.reasons.push_back({.rule = "source.own_post", .span = words.source});
  }
  return quotations;
}

void add_own_words(const Analysis& analysis, const QuoteContext& context,
                   std::vector<Draft>& drafts) {
  int group = groups_in(drafts);
  for (const OwnWords& words : context.own_words) {
    ++group;
    for (model::Quotation& quotation : quote_own_words(words, group)) {
      Draft draft;
      draft.tokens = tokens_in(analysis, quotation.span);
      draft.outer = draft.tokens;
      draft.source = tokens_in(analysis, words.source);
      draft.quotation = std::move(quotation);
      if (!draft.tokens.empty()) drafts.push_back(std::move(draft));
    }
  }
}

}  // namespace dixit::parser
