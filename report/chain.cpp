#include "report/chain.h"

#include <fmt/format.h>

#include <vector>

#include "model/names.h"
#include "report/chain_links.h"
#include "report/code_points.h"
#include "report/document_json.h"
#include "report/field_line.h"
#include "report/quotation_lines.h"
#include "report/row_json.h"
#include "report/row_view.h"
#include "report/text_fragment.h"

namespace dixit::report {
namespace {

constexpr std::size_t kRoleColumn = 2;
constexpr std::size_t kNameColumn = 17;

std::string place_of(const std::optional<model::Span>& span) {
  return span ? fmt::format(" [{}–{}]", span->start, span->end) : " [from the page's data]";
}

// Role, name, place; below it the hedge; between links an arrow.
std::string link_lines(const model::Hop& link, bool is_last, const Style& style) {
  StyledText who;
  add_name(who, link.name, "", link.entity);
  who.add(Tone::Faint, place_of(link.span));
  std::string label(kRoleColumn, ' ');
  label += toned(style, Tone::Label,
                 fmt::format("{:<{}}", model::name_of(link.role), kNameColumn - kRoleColumn));
  std::string out = who.block(style, label, kNameColumn);
  if (const auto hedge = hedge_of(link.evidential, link.marker); !hedge.empty()) {
    StyledText text;
    text.add(Tone::Hedge, hedge);
    if (link.marker_span) text.add(Tone::Faint, place_of(link.marker_span));
    out += text.block(style, std::string(kNameColumn, ' '), kNameColumn);
  }
  if (!is_last) out += std::string(kNameColumn, ' ') + toned(style, Tone::Faint, "↓") + "\n";
  return out;
}

std::string heading(const Style& style, std::string_view text) {
  return "\n" + toned(style, Tone::Heading, text) + "\n";
}

// The links with every marker's words, which the document has where the row has not.
std::vector<model::Hop> marked_links(const ChainView& view) {
  std::vector<model::Hop> links = chain_links(view.row);
  if (!view.document) return links;
  const CodePoints text(view.document->text);
  for (model::Hop& link : links) {
    if (link.marker.empty() && link.marker_span) link.marker = text.slice(*link.marker_span);
  }
  return links;
}

std::string cluster_lines(const model::Cluster& cluster, const Style& style) {
  std::string out = heading(style, "Also told");
  out += field_line(style, "outlets",
                    StyledText().add(fmt::format("{}", fmt::join(cluster.outlets, ", "))));
  out += field_line(
      style, "origins",
      StyledText().add(fmt::format("{} independent: {}", cluster.independent_origins.size(),
                                   fmt::join(cluster.independent_origins, ", "))));
  out += field_line(style, "cluster", StyledText().add(Tone::Faint, cluster.id));
  return out;
}

}  // namespace

std::string chain_report(const ChainView& view, const Style& style) {
  const auto& quotation = view.row.quotation;
  std::string out = quoted_words(quotation).block(style, "", 0);
  out += publication_line(view.row, style);
  out += heading(style, "Chain");
  const auto links = marked_links(view);
  for (const auto& link : links) out += link_lines(link, &link == &links.back(), style);
  if (links.empty()) out += "  nobody is named\n";
  if (view.document) {
    out += heading(style, "In the text");
    out += lines_in_text(*view.document, quotation, style);
  }
  out += heading(style, "Reading");
  out += source_lines(quotation, style) + reading_lines(quotation, style);
  out += heading(style, "Evidence");
  out += row_evidence(view.row, view.capture, style);
  if (view.cluster && view.cluster->members.size() > 1) out += cluster_lines(*view.cluster, style);
  return out;
}

void write_chain(JsonWriter& json, const ChainView& view) {
  json.begin_object();
  json.member("id", view.row.id);
  json.member("words", view.row.quotation.text);
  json.member("evidential", model::name_of(view.row.quotation.evidential));
  json.member("report_status", model::name_of(view.row.quotation.report_status));
  json.key("links");
  json.begin_array();
  for (const auto& link : marked_links(view)) write_hop(json, link);
  json.end_array();
  json.key("cluster");
  if (view.cluster) {
    json.begin_object();
    json.member("id", view.cluster->id);
    json.member_strings("outlets", view.cluster->outlets);
    json.member_strings("independent_origins", view.cluster->independent_origins);
    json.end_object();
  } else {
    json.null();
  }
  json.member("url", view.row.url);
  json.member("link", text_fragment_link(view.row));
  json.key("evidence");
  write_evidence(json, view.capture);
  json.end_object();
}

}  // namespace dixit::report
