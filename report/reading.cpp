#include "report/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/names.h"
#include "report/code_points.h"
#include "report/counted.h"
#include "report/highlight.h"
#include "report/quotation_lines.h"
#include "report/styled_text.h"

namespace dixit::report {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

// What the platform says of a post: its marks, and the posts that it has to do with.
std::vector<std::string> facts_of(const model::Post& post) {
  std::vector<std::string> facts{fmt::format("{} post", model::name_of(post.platform))};
  if (post.edited) {
    facts.push_back(post.edited_at.empty() ? "edited" : "edited " + post.edited_at);
  }
  if (post.deleted) facts.emplace_back("deleted");
  for (const model::PostRelation& relation : post.relations) {
    std::string kind(model::name_of(relation.kind));
    std::ranges::replace(kind, '_', ' ');
    facts.push_back(
        fmt::format("{} {}", kind, relation.handle.empty() ? relation.url : relation.handle));
  }
  return facts;
}

std::string totals(const model::Document& document, const Style& style) {
  const auto threats = std::ranges::count_if(document.quotations, threatens);
  StyledText line;
  line.add(Tone::Faint, fmt::format("{}, {}", counted(document.quotations.size(), "quotation"),
                                    counted(static_cast<std::size_t>(threats), "threat")));
  if (document.quotations_left_out > 0) {
    line.add(Tone::Hedge,
             fmt::format(", {} more left out as too many", document.quotations_left_out));
  }
  return line.block(style, "", 0);
}

}  // namespace

std::string document_header(const model::Document& document, const Style& style) {
  std::string out;
  const bool has_title = !document.title.empty();
  out += StyledText()
             .add(Tone::Heading, has_title ? document.title : std::string("(without a title)"))
             .block(style, "", 0);
  std::vector<std::string> facts;
  if (!document.outlet.empty()) facts.push_back(document.outlet);
  if (!document.authors.empty()) facts.push_back(joined(document.authors, ", "));
  if (document.published_at) {
    facts.push_back(fmt::format("{} (from {})", document.published_at->value,
                                model::name_of(document.published_at->source)));
  }
  facts.push_back(document.language);
  if (document.post) {
    for (std::string& fact : facts_of(*document.post)) facts.push_back(std::move(fact));
  } else {
    facts.emplace_back(document.is_article ? "article" : "not an article");
  }
  out += StyledText().add(Tone::Faint, joined(facts, " · ")).block(style, "", 0);
  if (!document.url.empty()) {
    out += StyledText().add(Tone::Faint, document.url).block(style, "", 0);
  }
  if (!document.credit.text.empty()) {
    StyledText credit;
    credit.add(Tone::Label, "credit ").add(document.credit.text);
    for (const auto& agency : document.credit.agencies) {
      credit.add(Tone::Faint, " → ").add(Tone::Name, agency.name);
    }
    out += credit.block(style, "", 2);
  }
  return out;
}

std::string reading(const model::Document& document, const Style& style) {
  std::string out = document_header(document, style);
  const CodePoints text(document.text);
  const auto& quotations = document.quotations;
  std::size_t number = 1;
  for (auto first = quotations.begin(); first != quotations.end();) {
    // One paragraph, then everything that is quoted in it.
    const model::Span line = text.line_around(first->span.start);
    auto last = first;
    std::vector<Mark> marks;
    while (last != quotations.end() && last->span.start <= line.end) {
      for (const auto& mark : marks_of(*last)) marks.push_back(mark);
      ++last;
    }
    out += "\n" + highlight(text, line, std::move(marks)).block(style, "", 0);
    for (; first != last; ++first) out += quotation_lines(*first, number++, style);
  }
  return out + "\n" + totals(document, style);
}

}  // namespace dixit::report
