#include "parser/quote/threat_sharing.h"

#include <algorithm>
#include <numeric>

#include "parser/quote/threat_rules.h"

namespace dixit::parser {
namespace {

template <typename Less>
std::vector<std::size_t> sorted_order(std::size_t size, Less less) {
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), less);
  return order;
}

bool one_utterance(const Draft& a, const Draft& b) {
  const bool within = a.quotation.form == model::QuotationForm::Indirect &&
                      a.tokens.begin <= b.tokens.begin && b.tokens.end <= a.tokens.end;
  const bool group = a.quotation.group != 0 && a.quotation.group == b.quotation.group;
  const double least =
      b.quotation.form == model::QuotationForm::Mixed ? kSharedFragmentLeast : kSharedThreatLeast;
  return within || (group && b.quotation.threat.score * 2 * kThreatThreshold >= least);
}

// Whether the inner words are those of somebody whom the outer ones report. A fragment that the
// reporter quotes inside a reported clause is part of that clause.
bool speaks_for_itself(const Draft& outer, const Draft& inner) {
  if (outer.tokens == inner.tokens) return false;
  if (inner.retold && !is_threat(inner)) return false;
  return outer.quotation.form != model::QuotationForm::Indirect ||
         (inner.quotation.form == model::QuotationForm::Indirect && !inner.cue.empty() &&
          outer.tokens.contains(inner.cue.begin));
}

}  // namespace

bool is_threat(const Draft& draft) {
  return draft.quotation.threat.threat_class != model::ThreatClass::None;
}

std::vector<std::vector<TokenRange>> inner_quotations(const std::vector<Draft>& drafts) {
  const auto order = sorted_order(drafts.size(), [&drafts](std::size_t a, std::size_t b) {
    const TokenRange& first = drafts[a].tokens;
    const TokenRange& second = drafts[b].tokens;
    return first.begin != second.begin ? first.begin < second.begin : first.end > second.end;
  });
  std::vector<std::vector<TokenRange>> inner(drafts.size());
  std::vector<std::size_t> open;  // enclosing drafts, outermost first
  for (const std::size_t index : order) {
    const Draft& draft = drafts[index];
    while (!open.empty() && drafts[open.back()].tokens.end <= draft.tokens.begin) open.pop_back();
    if (!open.empty() && speaks_for_itself(drafts[open.back()], draft)) {
      inner[open.back()].push_back(draft.tokens);
    }
    open.push_back(index);
  }
  return inner;
}

void share_within_utterances(const std::vector<Draft>& drafts,
                             const std::function<void(std::size_t, std::size_t)>& share) {
  const auto order = sorted_order(drafts.size(), [&drafts](std::size_t a, std::size_t b) {
    return drafts[a].tokens.begin < drafts[b].tokens.begin;
  });
  const auto pass_on = [&](std::size_t from, std::size_t to) {
    if (!is_threat(drafts[from]) || is_threat(drafts[to]) || drafts[to].tokens.empty()) return;
    if (one_utterance(drafts[from], drafts[to])) share(from, to);
  };
  for (std::size_t i = 1; i < order.size(); ++i) pass_on(order[i - 1], order[i]);
  for (std::size_t i = order.size(); i > 1; --i) pass_on(order[i - 1], order[i - 2]);
}

}  // namespace dixit::parser
