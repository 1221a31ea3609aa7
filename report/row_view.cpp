#include "report/row_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/capture_view.h"
#include "report/code_points.h"
#include "report/field_line.h"
#include "report/highlight.h"
#include "report/quotation_lines.h"
#include "report/text_fragment.h"

namespace dixit::report {
namespace {

constexpr std::size_t kTextColumn = 2;

}  // namespace

std::string publication_line(const storage::QuotationRow& row, const Style& style) {
  const std::string date = row.published_at ? row.published_at->value : "without a date";
  return StyledText()
      .add(Tone::Faint, fmt::format("{}, {}, “{}”", row.outlet, date, row.title))
      .block(style, "", 0);
}

std::string row_evidence(const storage::QuotationRow& row,
                         const std::optional<model::Capture>& capture, const Style& style) {
  std::string out = field_line(style, "page", StyledText().add(row.url));
  out += field_line(style, "words", StyledText().add(text_fragment_link(row)));
  if (capture) out += evidence_lines(*capture, style);
  out += field_line(style, "id", StyledText().add(Tone::Faint, row.id));
  return out + field_line(style, "document", StyledText().add(Tone::Faint, row.document_id));
}

std::string lines_in_text(const model::Document& document, const model::Quotation& quotation,
                          const Style& style) {
  const CodePoints text(document.text);
  const auto marks = marks_of(quotation);
  std::set<model::Span> lines;
  for (const auto& mark : marks) {
    // A quotation may run over several lines; a damaged record beyond the last.
    const std::size_t end = std::min(mark.span.end, text.size());
    for (std::size_t at = mark.span.start; at < end;) {
      const model::Span line = text.line_around(at);
      if (line.end > line.start) lines.insert(line);
      at = line.end + 1;
    }
  }
  const std::string margin(kTextColumn, ' ');
  std::string out;
  for (const auto& line : lines) {
    out += highlight(text, line, marks).block(style, margin, kTextColumn);
  }
  return out;
}

std::string row_view(const storage::QuotationRow& row,
                     const std::optional<model::Document>& document,
                     const std::optional<model::Capture>& capture, const Style& style) {
  std::string out = publication_line(row, style);
  if (document) out += lines_in_text(*document, row.quotation, style);
  return out + "\n" + quotation_lines(row.quotation, 1, style) + "\n" +
         row_evidence(row, capture, style);
}

}  // namespace dixit::report
