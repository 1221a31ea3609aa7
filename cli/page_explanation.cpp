#include "cli/page_explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/names.h"
#include "report/code_points.h"
#include "report/counted.h"
#include "report/field_line.h"
#include "report/reading.h"
#include "report/styled_text.h"

namespace dixit::cli {
namespace {

using report::StyledText;
using report::Tone;

struct RuleReason {
  std::string_view rule;
  std::string_view reason;
};

constexpr auto kReasons = std::to_array<RuleReason>({
    {"article.other", "another article on the same page"},
    {"attribute.hidden", "not shown to readers"},
    {"block.appeal", "asks the reader for something"},
    {"block.boilerplate", "a label that stands on every page"},
    {"block.edge", "short text before the first or after the last paragraph"},
    {"block.idle_heading", "heads nothing that was kept"},
    {"block.links", "consists of links"},
    {"block.title", "repeats the title"},
    {"group.teasers", "one of a list of links to other articles"},
    {"name.advert", "named as advertising"},
    {"name.byline", "named as author, date or tags"},
    {"name.caption", "named as a caption"},
    {"name.comment", "named as readers' comments"},
    {"name.consent", "named as a consent box"},
    {"name.credit", "named as a credit"},
    {"name.hidden", "named as hidden"},
    {"name.navigation", "named as navigation"},
    {"name.player", "named as a player"},
    {"name.promotion", "named as a newsletter or other promotion"},
    {"name.related", "named as other articles"},
    {"name.share", "named as a share bar"},
    {"role.banner", "has the role of the site's header"},
    {"role.machinery", "has the role of a control"},
    {"section.comments", "stands under a label of comments"},
    {"section.related", "stands under a label of other articles"},
    {"section.thread", "a thread of comments with offers to reply"},
    {"tag.address", "contact details"},
    {"tag.aside", "beside the article"},
    {"tag.control", "a control"},
    {"tag.figure", "a figure with its caption"},
    {"tag.footer", "a footer"},
    {"tag.form", "a form"},
    {"tag.media", "media"},
    {"tag.navigation", "navigation"},
    {"tag.program", "a program, style or template"},
});

constexpr std::size_t kLabelColumns = 14;

std::string kept(const model::Document& document, const report::Style& style) {
  const report::CodePoints text(document.text);
  std::string out = "\n" + report::counted(document.blocks.size(), "block") + " kept\n";
  for (const auto& block : document.blocks) {
    const std::string label =
        toned(style, Tone::Label, fmt::format("{:<{}}", model::name_of(block.kind), kLabelColumns));
    StyledText line;
    line.add(text.slice(block.span));
    if (!block.author.empty()) line.add(Tone::Faint, " by ").add(Tone::Name, block.author);
    if (!block.url.empty()) line.add(Tone::Faint, " " + block.url);
    out += line.block(style, label, kLabelColumns);
  }
  return out;
}

std::string left_out(const parser::Page& page, const report::Style& style) {
  std::string out = "\n" + report::counted(page.dropped.size(), "part") + " left out\n";
  for (const auto& dropped : page.dropped) {
    out += StyledText()
               .add(Tone::Hedge, dropped.rule)
               .add(Tone::Label, fmt::format(" ({})", reason_of(dropped.rule)))
               .add(Tone::Faint, " " + dropped.excerpt)
               .block(style, "  ", 4);
  }
  return out;
}

}  // namespace

std::string_view outcome_name(parser::ParseOutcome outcome) {
  switch (outcome) {
    case parser::ParseOutcome::Complete:
      return "complete";
    case parser::ParseOutcome::Truncated:
      return "truncated";
    case parser::ParseOutcome::BudgetSpent:
      return "budget_spent";
  }
  return "";
}

std::string_view reason_of(std::string_view rule) {
  const auto found = std::ranges::lower_bound(kReasons, rule, {}, &RuleReason::rule);
  return found != kReasons.end() && found->rule == rule ? found->reason : "no reason on record";
}

std::string page_explanation(const parser::Page& page, const report::Style& style) {
  std::string out = report::document_header(page.document, style);
  if (page.outcome != parser::ParseOutcome::Complete) {
    out += report::field_line(style, "outcome", StyledText().add(outcome_name(page.outcome)));
  }
  return out + kept(page.document, style) + left_out(page, style);
}

}  // namespace dixit::cli
