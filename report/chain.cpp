#include "report/chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "model/names.h"
#include "report/chain_links.h"
#include "report/code_points.h"
#include "report/field_line.h"
#include "report/highlight.h"
#include "report/quotation_lines.h"
#include "report/text_fragment.h"
#include "storage/utc.h"

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

// Each line of the text that holds the words or a link, once, in the text's order.
std::string lines_in_text(const model::Document& document, const model::Quotation& quotation,
                          const Style& style) {
  const CodePoints text(document.text);
  const auto marks = marks_of(quotation);
  std::set<model::Span> lines;
  for (const auto& mark : marks) {
    // A quotation may run over several lines.
    std::size_t at = mark.span.start;
    while (at < mark.span.end) {
      const model::Span line = text.line_around(at);
      lines.insert(line);
      at = line.end + 1;
    }
  }
  std::string out;
  for (const auto& line : lines) {
    out += highlight(text, line, marks).block(style, std::string(kRoleColumn, ' '), kRoleColumn);
  }
  return out;
}

std::string heading(const Style& style, std::string_view text) {
  return "\n" + toned(style, Tone::Heading, text) + "\n";
}

std::string evidence_lines(const ChainView& view, const Style& style) {
  std::string out = field_line(style, "page", StyledText().add(view.row.url));
  if (!view.row.quotation.text.empty()) {
    out += field_line(style, "words", StyledText().add(text_fragment_link(view.row)));
  }
  if (view.capture) {
    const auto& capture = *view.capture;
    out += field_line(style, "archived",
                      StyledText().add(fmt::format("{}, HTTP {}, capture {}",
                                                   storage::iso_utc(capture.fetched_at_ms),
                                                   capture.status, capture.id)));
    out +=
        field_line(style, "WARC",
                   StyledText().add(fmt::format("{}, byte {}, {} bytes", capture.response.file,
                                                capture.response.offset, capture.response.length)));
    out += field_line(style, "SHA-256", StyledText().add(capture.payload_sha256));
  }
  return out;
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

std::string publication_line(const storage::QuotationRow& row, const Style& style) {
  const std::string date = row.published_at ? row.published_at->value : "without a date";
  return StyledText()
      .add(Tone::Faint, fmt::format("{}, {}, “{}”", row.outlet, date, row.title))
      .block(style, "", 0);
}

}  // namespace

std::string chain_report(const ChainView& view, const Style& style) {
  const auto& quotation = view.row.quotation;
  std::string out = quoted_words(quotation).block(style, "", 0);
  out += publication_line(view.row, style);
  out += heading(style, "Chain");
  const auto links = chain_links(view.row);
  for (const auto& link : links) out += link_lines(link, &link == &links.back(), style);
  if (links.empty()) out += "  nobody is named\n";
  if (view.document) {
    out += heading(style, "In the text");
    out += lines_in_text(*view.document, quotation, style);
  }
  out += heading(style, "Reading");
  out += source_lines(quotation, style) + reading_lines(quotation, style);
  out += heading(style, "Evidence");
  out += field_line(style, "id", StyledText().add(Tone::Faint, view.row.id));
  out += evidence_lines(view, style);
  if (view.cluster && view.cluster->members.size() > 1) out += cluster_lines(*view.cluster, style);
  return out;
}

}  // namespace dixit::report
