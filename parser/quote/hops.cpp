#include "parser/quote/hops.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "parser/quote/evidential.h"

namespace dixit::parser {
namespace {

using model::Hop;
using model::HopRole;

int distance_from_speaker(HopRole role) {
  static constexpr auto kOrder =
      std::to_array({HopRole::Speaker, HopRole::Spokesperson, HopRole::Witness, HopRole::Channel,
                     HopRole::Translator, HopRole::Monitor, HopRole::Authority,
                     HopRole::Broadcaster, HopRole::Republisher, HopRole::Outlet, HopRole::Agency});
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), role) - kOrder.begin());
}

std::string_view rule_of(HopRole role) {
  switch (role) {
    case HopRole::Channel:
      return "chain.channel_phrase";
    case HopRole::Translator:
      return "chain.translated_by";
    case HopRole::Monitor:
      return "chain.monitor_named";
    case HopRole::Agency:
      return "chain.agency_named";
    case HopRole::Outlet:
      return "chain.outlet_named";
    case HopRole::Broadcaster:
      return "chain.broadcaster_named";
    case HopRole::Republisher:
      return "chain.republished_by";
    case HopRole::Spokesperson:
      return "chain.spoken_by";
    case HopRole::Authority:
      return "chain.authority_cited";
    default:
      return "chain.witness_cited";
  }
}

// A phrase of few tokens after a name that says what it is.
constexpr TokenIndex kAppositionReach = 8;

// "SITE, a monitoring group": the text itself calls the name a monitor.
bool called_monitor(const Analysis& analysis, const TokenRange& name) {
  const TokenIndex begin = name.begin > kAppositionReach ? name.begin - kAppositionReach : 0;
  const TokenIndex end = std::min(analysis.size(), name.end + kAppositionReach);
  for (TokenIndex i = begin; i < end; ++i) {
    const bool mate = analysis.sentence_of(i) == analysis.sentence_of(name.begin);
    if (mate && !name.contains(i) && analysis.is(i, Tag::MonitorNoun)) return true;
  }
  return false;
}

bool overlap(const std::optional<model::Span>& a, const std::optional<model::Span>& b) {
  return a && b && a->start < b->end && b->start < a->end;
}

// "the Herald" and "Herald": the same words twice.
bool same_place(const Hop& a, const Hop& b) {
  return overlap(a.span, b.span) && a.entity == b.entity;
}

}  // namespace

bool carries_news(HopRole role) {
  return role == HopRole::Agency || role == HopRole::Outlet || role == HopRole::Broadcaster;
}

bool has_hop(const Draft& draft, HopRole role) {
  const std::vector<Hop>& hops = draft.quotation.hops;
  return std::any_of(hops.begin(), hops.end(), [role](const Hop& hop) { return hop.role == role; });
}

bool insert_hop(Draft& draft, const Hop& hop) {
  std::vector<Hop>& hops = draft.quotation.hops;
  const auto known = std::find_if(hops.begin(), hops.end(), [&hop](const Hop& other) {
    return other.role == hop.role &&
           (other.name == hop.name || (!hop.entity.empty() && other.entity == hop.entity) ||
            same_place(other, hop));
  });
  if (known == hops.end()) {
    hops.push_back(hop);
    return true;
  }
  // "(AP) … told The Associated Press": of two names of one link the fuller is kept.
  if (!hop.entity.empty() && known->entity == hop.entity && hop.name.size() > known->name.size()) {
    known->name = hop.name;
    known->span = hop.span;
  }
  return false;
}

bool has_hop_at(const Draft& draft, const model::Span& span) {
  const std::vector<Hop>& hops = draft.quotation.hops;
  return std::any_of(hops.begin(), hops.end(),
                     [&span](const Hop& hop) { return overlap(hop.span, span); });
}

void add_link(const Analysis& analysis, const Link& link, Draft& draft) {
  Hop hop{.role = link.role,
          .name = std::string(analysis.text_of(link.tokens)),
          .span = byte_span(analysis, link.tokens)};
  if (link.entity != Link::kNoEntity) hop.entity = analysis.entities().all()[link.entity].id;
  mark_hop(analysis, link, hop);
  if (!insert_hop(draft, hop)) return;
  model::Quotation& quotation = draft.quotation;
  add_reason(analysis, draft, std::string(rule_of(link.role)),
             {.begin = link.anchor, .end = link.anchor + 1});
  if (quotation.medium == model::Medium::Unknown) quotation.medium = link.medium;
  if (link.role != HopRole::Translator) return;
  quotation.is_translation = true;
  // Whoever watches a group and translates what it says is both links.
  if (called_monitor(analysis, link.tokens)) {
    hop.role = HopRole::Monitor;
    insert_hop(draft, hop);
  }
}

void order_hops(Draft& draft) {
  std::vector<Hop>& hops = draft.quotation.hops;
  std::stable_sort(hops.begin(), hops.end(), [](const Hop& a, const Hop& b) {
    return distance_from_speaker(a.role) < distance_from_speaker(b.role);
  });
}

}  // namespace dixit::parser
