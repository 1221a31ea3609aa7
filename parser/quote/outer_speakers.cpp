#include "parser/quote/outer_speakers.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <string>
#include <string_view>

#include "parser/quote/hops.h"
#include "parser/quote/teller.h"

namespace dixit::parser {
namespace {

// Reported clauses before a cue that are asked whether they hold it: they nest.
constexpr std::ptrdiff_t kClausesTriedMax = 4;

// "I told him: …": the one who is quoted quotes himself. Another pronoun of his own words means
// somebody else, whomever it was resolved to; in a clause that reports him it may mean himself.
bool quotes_himself(const Analysis& analysis, const Draft& outer, const Draft& draft) {
  if (!draft.quotation.source || !outer.quotation.source) return false;
  const bool within = !draft.source.empty() && outer.tokens.contains(draft.source.begin);
  if (!within || is_reported_clause(outer)) {
    return draft.quotation.source->name == outer.quotation.source->name;
  }
  const PhraseMatch* pronoun = analysis.match(draft.source.begin, Tag::Pronoun);
  return pronoun != nullptr && pronoun->entry.features.person == Person::First;
}

// As printed, unless a pronoun is all that is printed.
std::string printed_name(const Analysis& analysis, const Draft& draft) {
  const bool pronoun =
      draft.source.size() == 1 && (analysis.is(draft.source.begin, Tag::Pronoun) ||
                                   analysis.is(draft.source.begin, Tag::IndefinitePronoun));
  if (!draft.quotation.source) return {};
  const std::string& name = draft.quotation.source->name;
  return pronoun && !name.empty() ? name : std::string(analysis.text_of(draft.source));
}

void add_teller(const Analysis& analysis, const Draft& outer, std::string_view rule, Draft& draft) {
  if (!outer.quotation.source || quotes_himself(analysis, outer, draft)) return;
  if (has_hop_at(draft, byte_span(analysis, outer.source))) return;  // "the agency Reed said"
  model::Source teller = *outer.quotation.source;
  teller.name = printed_name(analysis, outer);
  insert_hop(draft, teller_hop(analysis, outer.source, teller));
  add_reason(analysis, draft, std::string(rule), outer.source);
}

void add_outer_speaker(const Analysis& analysis, const Draft& outer, Draft& draft) {
  const bool inside = outer.tokens.end >= draft.tokens.end && outer.tokens != draft.tokens;
  if (inside) add_teller(analysis, outer, "chain.quoted_within", draft);
}

// "A witness said Dorn had shouted: “…”": whether the reported clause is the one of the words'
// verb. What comes after a mark, or under "when", may be the reporter's own.
bool reports_cue(const Analysis& analysis, const Draft& outer, const Draft& draft) {
  if (!outer.tokens.contains(draft.cue.begin) || !outer.tokens.contains(draft.source.begin) ||
      outer.tokens.end > draft.tokens.begin) {
    return false;
  }
  TokenIndex at = outer.tokens.begin;
  if (const PhraseMatch* that = analysis.match(at, Tag::Complementizer)) at += that->length;
  for (; at < draft.cue.begin; ++at) {
    if (analysis.token(at).kind == TokenKind::Punctuation || analysis.is(at, Tag::Subordinator)) {
      return false;
    }
  }
  return !analysis.is(draft.source.begin - 1, Tag::Conjunction);
}

// By their begin, the longer first: what encloses comes before what it encloses.
std::vector<std::size_t> by_begin(const std::vector<Draft>& drafts) {
  std::vector<std::size_t> order(drafts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&drafts](std::size_t a, std::size_t b) {
    const TokenRange& first = drafts[a].tokens;
    const TokenRange& second = drafts[b].tokens;
    return first.begin != second.begin ? first.begin < second.begin : first.end > second.end;
  });
  return order;
}

// The innermost of the clauses before the words that reports who said them.
void add_reporter(const Analysis& analysis, const std::vector<Draft>& drafts,
                  const std::vector<std::size_t>& clauses, Draft& draft) {
  if (draft.cue.empty() || draft.source.empty()) return;
  const auto tried = std::min<std::ptrdiff_t>(kClausesTriedMax, std::ssize(clauses));
  for (auto clause = clauses.rbegin(); clause != clauses.rbegin() + tried; ++clause) {
    if (!reports_cue(analysis, drafts[*clause], draft)) continue;
    add_teller(analysis, drafts[*clause], "chain.told_by", draft);
    return;
  }
}

}  // namespace

void add_outer_speakers(const Analysis& analysis, std::vector<Draft>& drafts) {
  std::vector<std::size_t> clauses;
  std::vector<std::size_t> open;  // enclosing drafts, outermost first
  for (const std::size_t index : by_begin(drafts)) {
    Draft& draft = drafts[index];
    while (!open.empty() && drafts[open.back()].tokens.end <= draft.tokens.begin) open.pop_back();
    if (!open.empty()) add_outer_speaker(analysis, drafts[open.back()], draft);
    add_reporter(analysis, drafts, clauses, draft);
    if (is_reported_clause(draft)) clauses.push_back(index);
    if (open.empty() || drafts[open.back()].tokens.end >= draft.tokens.end) open.push_back(index);
  }
}

}  // namespace dixit::parser
