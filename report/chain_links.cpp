#include "report/chain_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "model/names.h"

namespace dixit::report {
namespace {

bool has_role(const std::vector<model::Hop>& hops, model::HopRole role) {
  return std::ranges::find(hops, role, &model::Hop::role) != hops.end();
}

// A word that names nobody is shown as what it is.
std::string speaker_name(const model::Source& source) {
  return source.name.empty() ? fmt::format("unknown (“{}”)", source.text) : source.name;
}

// Where the report says how far it stands behind the speaker: the reading's own reason for it.
std::optional<model::Span> hedging_span(const model::Quotation& quotation) {
  constexpr std::string_view kRules = "evidential.";
  const auto reason = std::ranges::find_if(
      quotation.reasons,
      [kRules](const model::Reason& candidate) { return candidate.rule.starts_with(kRules); });
  return reason == quotation.reasons.end() ? std::nullopt : std::optional(reason->span);
}

model::Hop speaker_link(const model::Quotation& quotation, const model::Source& source) {
  model::Hop link;
  link.role = model::HopRole::Speaker;
  link.name = speaker_name(source);
  link.span = source.span;
  link.entity = source.entity;
  link.marker_span = hedging_span(quotation);
  if (!link.marker_span) return link;
  link.evidential = quotation.evidential;
  if (quotation.cue && quotation.cue->span == *link.marker_span) link.marker = quotation.cue->text;
  if (source.span == *link.marker_span) link.marker = source.text;
  return link;
}

model::Hop outlet_link(const std::string& outlet) {
  model::Hop link;
  link.role = model::HopRole::Outlet;
  link.name = outlet;
  return link;
}

}  // namespace

std::vector<model::Hop> chain_links(const storage::QuotationRow& row) {
  std::vector<model::Hop> links = row.quotation.hops;
  if (row.quotation.source && !has_role(links, model::HopRole::Speaker)) {
    links.insert(links.begin(), speaker_link(row.quotation, *row.quotation.source));
  }
  const bool is_named = std::ranges::find(links, row.outlet, &model::Hop::name) != links.end();
  if (!row.outlet.empty() && !is_named) links.push_back(outlet_link(row.outlet));
  return links;
}

std::string chain_summary(const storage::QuotationRow& row) {
  std::string summary;
  for (const auto& link : chain_links(row)) {
    if (!summary.empty()) summary += " > ";
    summary += link.name;
  }
  return summary;
}

std::string hedge_of(model::Evidential evidential, const std::string& marker) {
  if (evidential == model::Evidential::Asserted) return {};
  if (marker.empty()) return std::string(model::name_of(evidential));
  return fmt::format("{} “{}”", model::name_of(evidential), marker);
}

std::string hedge_of(const model::Quotation& quotation) {
  const auto marked = std::ranges::find_if(quotation.hops, [&](const model::Hop& hop) {
    return hop.evidential == quotation.evidential && !hop.marker.empty();
  });
  return hedge_of(quotation.evidential,
                  marked == quotation.hops.end() ? std::string() : marked->marker);
}

}  // namespace dixit::report
