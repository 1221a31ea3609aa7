#include "report/timeline_table.h"

#include <fmt/format.h>

#include "model/names.h"
#include "report/counted.h"
#include "report/quotation_lines.h"
#include "report/row_table.h"
#include "report/table.h"

namespace dixit::report {
namespace {

constexpr std::string_view kUnknown = "?";

const std::string& or_unknown(const std::string& name) {
  static const std::string kNobody(kUnknown);
  return name.empty() ? kNobody : name;
}

std::string first_told(const EntrySummary& summary) {
  return (summary.date_is_fetch ? "≤ " : "") + short_date(summary.date);
}

StyledText parties(const EntrySummary& summary) {
  StyledText cell;
  cell.add(Tone::Name, or_unknown(summary.who.name));
  cell.add(" → ").add(Tone::Name, or_unknown(summary.whom.name));
  return cell;
}

StyledText words(const EntrySummary& summary) {
  StyledText cell = quoted_words(summary.canonical->row.quotation);
  if (summary.wordings > 1) {
    cell.add(Tone::Faint, fmt::format(" +{}", counted(summary.wordings - 1, "variant")));
  }
  return cell;
}

// A count and its noun stay on one line.
std::string unbroken(std::string text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  return text.replace(text.find(' '), 1, kNoBreakSpace);
}

StyledText tellers(const TimelineEntry& entry) {
  const auto& cluster = entry.cluster;
  return StyledText()
      .add(unbroken(counted(cluster.outlets.size(), "outlet")) + " ")
      .add(Tone::Faint, unbroken(counted(cluster.independent_origins.size(), "origin")));
}

// How the fullest telling puts it, and of how many tellings that and every other reserve holds:
// "asserted, hedged in 1/2".
StyledText hedge(const TimelineEntry& entry, const EntrySummary& summary) {
  const auto own = summary.canonical->row.quotation.evidential;
  const auto share_of = [&](model::Evidential evidential) {
    return fmt::format(" in\u00A0{}/{}", summary.evidentials.at(evidential), entry.tellings.size());
  };
  StyledText cell;
  if (own == model::Evidential::Asserted) {
    cell.add(model::name_of(own));
  } else {
    cell.add(Tone::Hedge, summary.hedge);
    if (entry.tellings.size() > 1) cell.add(Tone::Faint, share_of(own));
  }
  for (const auto& [evidential, count] : summary.evidentials) {
    if (evidential == own || evidential == model::Evidential::Asserted) continue;
    cell.add(", ").add(Tone::Faint, std::string(model::name_of(evidential)) + share_of(evidential));
  }
  return cell;
}

}  // namespace

std::string timeline_table(std::span<const TimelineEntry> entries, const Style& style,
                           std::size_t left_out) {
  Table table({{.title = "DATE", .width_min = 10, .width_max = 10, .lines_max = 2},
               {.title = "WHO → WHOM", .width_min = 12, .width_max = 26, .lines_max = 3},
               {.title = "WORDS", .width_min = 20, .lines_max = 5},
               {.title = "TOLD BY", .width_min = 10, .width_max = 11, .lines_max = 2},
               {.title = "REPORTED", .width_min = 10, .width_max = 18, .lines_max = 3},
               {.title = "ID", .width_min = 8}},
              RowGap::Line);
  std::size_t tellings = 0;
  for (const auto& entry : entries) {
    const EntrySummary summary = summary_of(entry);
    tellings += entry.tellings.size();
    table.add_row({StyledText().add(first_told(summary)), parties(summary), words(summary),
                   tellers(entry), hedge(entry, summary),
                   StyledText().add(Tone::Faint, short_id(summary.canonical->row.id))});
  }
  return table.print(style) + "\n" +
         StyledText()
             .add(Tone::Faint, fmt::format("{} in {}{}", counted(entries.size(), "utterance"),
                                           counted(tellings, "telling"), beyond_limit(left_out)))
             .block(style, "", 0);
}

}  // namespace dixit::report
