#include "parser/quote/outer_speakers.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "parser/quote/hops.h"
#include "parser/quote/link_carriers.h"

namespace dixit::parser {
namespace {

// "I told him: …": the one who is quoted quotes himself. Another pronoun of his own words means
// somebody else, whomever it was resolved to.
bool quotes_himself(const Analysis& analysis, const Draft& outer, const Draft& draft) {
  if (!draft.quotation.source || !outer.quotation.source) return false;
  const bool within = !draft.source.empty() && outer.tokens.contains(draft.source.begin);
  if (!within) return draft.quotation.source->name == outer.quotation.source->name;
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

// An agency that tells of words hands them on as agencies do, by its name; anybody else bears
// witness.
model::Hop hop_of(const Analysis& analysis, const Draft& outer, const model::Source& source) {
  for (TokenIndex i = outer.source.begin; i < outer.source.end; ++i) {
    const EntityMention* known = analysis.mention_at(i);
    if (known == nullptr) continue;
    const auto role = carrier_role_of(analysis.entities().all()[known->entity].kind);
    if (!role) break;
    return {.role = *role,
            .name = std::string(analysis.text_of(known->tokens)),
            .span = byte_span(analysis, known->tokens),
            .entity = source.entity};
  }
  return {.role = model::HopRole::Witness,
          .name = printed_name(analysis, outer),
          .span = source.span,
          .entity = source.entity};
}

void add_outer_speaker(const Analysis& analysis, const Draft& outer, Draft& draft) {
  const bool inside = outer.tokens.end >= draft.tokens.end && outer.tokens != draft.tokens;
  if (!inside || !outer.quotation.source || quotes_himself(analysis, outer, draft)) return;
  insert_hop(draft, hop_of(analysis, outer, *outer.quotation.source));
  add_reason(analysis, draft, "chain.quoted_within", outer.source);
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

}  // namespace

void add_outer_speakers(const Analysis& analysis, std::vector<Draft>& drafts) {
  std::vector<std::size_t> open;  // enclosing drafts, outermost first
  for (const std::size_t index : by_begin(drafts)) {
    Draft& draft = drafts[index];
    while (!open.empty() && drafts[open.back()].tokens.end <= draft.tokens.begin) open.pop_back();
    if (!open.empty()) add_outer_speaker(analysis, drafts[open.back()], draft);
    if (open.empty() || drafts[open.back()].tokens.end >= draft.tokens.end) open.push_back(index);
  }
}

}  // namespace dixit::parser
