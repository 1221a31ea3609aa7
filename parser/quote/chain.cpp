#include <algorithm>
#include <optional>

#include "parser/quote/evidential.h"
#include "parser/quote/hops.h"
#include "parser/quote/message_scene.h"
#include "parser/quote/outer_speakers.h"
#include "parser/quote/sharing.h"
#include "parser/quote/steps.h"

namespace dixit::parser {
namespace {

using model::Hop;
using model::HopRole;

// The agency that the whole text is credited to handed on every word of it.
void add_credit(const QuoteContext& context, Draft& draft) {
  for (const model::Agency& agency : context.credit.agencies) {
    const bool speaks = draft.quotation.source && !agency.entity.empty() &&
                        draft.quotation.source->entity == agency.entity;
    if (speaks) continue;
    insert_hop(draft, {.role = HopRole::Agency,
                       .name = agency.name,
                       .span = context.credit.span,
                       .entity = agency.entity});
  }
}

bool in_credit(const Analysis& analysis, const QuoteContext& context, const Link& link) {
  const model::Span span = byte_span(analysis, link.tokens);
  const std::optional<model::Span>& credit = context.credit.span;
  return credit && span.start >= credit->start && span.end <= credit->end;
}

void set_report_status(Draft& draft) {
  const std::vector<Hop>& hops = draft.quotation.hops;
  if (!draft.quotation.source || draft.quotation.report_status == model::ReportStatus::Alleged) {
    return;
  }
  const bool relayed = std::any_of(hops.begin(), hops.end(), [](const Hop& hop) {
    return hop.role != HopRole::Channel && hop.role != HopRole::Agency;
  });
  if (relayed) draft.quotation.report_status = model::ReportStatus::Relayed;
}

}  // namespace

void read_chains(const Analysis& analysis, const QuoteContext& context,
                 std::vector<Draft>& drafts) {
  std::vector<Link> links = find_links(analysis, drafts);
  // The credit is every quotation's; what the text itself says of the agency comes before it.
  std::erase_if(links, [&](const Link& link) {
    return link.role == HopRole::Agency && in_credit(analysis, context, link);
  });
  MessageScene(analysis, links, drafts).read();
  add_outer_speakers(analysis, drafts);
  for (Draft& draft : drafts) read_evidential(analysis, draft);
  share_along_speakers(analysis, drafts);
  read_denials(analysis, drafts);
  for (Draft& draft : drafts) {
    add_credit(context, draft);
    set_report_status(draft);
    order_hops(draft);
    if (context.outlet.empty()) continue;
    draft.quotation.hops.push_back({.role = HopRole::Outlet, .name = context.outlet});
  }
}

}  // namespace dixit::parser
