#include "report/timeline_table.h"

#include <fmt/format.h>

#include "model/names.h"
#include "report/counted.h"
#include "report/table.h"

namespace dixit::report {
namespace {

constexpr std::string_view kUnknown = "?";

const std::string& or_unknown(const std::string& name) {
  static const std::string kNobody(kUnknown);
  return name.empty() ? kNobody : name;
}

// "2015-03-02T10:15+01:00" down to the minute without its offset: a column, not evidence.
std::string short_date(const EntrySummary& summary) {
  constexpr std::size_t kMinuteLength = 16;
  std::string date = summary.date.substr(0, kMinuteLength);
  if (const std::size_t middle = date.find('T'); middle != std::string::npos) date[middle] = ' ';
  return summary.date_is_fetch ? "≤ " + date : date;
}

StyledText parties(const EntrySummary& summary) {
  StyledText cell;
  cell.add(Tone::Name, or_unknown(summary.who.name));
  cell.add(" → ").add(Tone::Name, or_unknown(summary.whom.name));
  return cell;
}

StyledText words(const EntrySummary& summary) {
  const auto& quotation = summary.canonical->row.quotation;
  const bool threatens = quotation.threat.threat_class != model::ThreatClass::None;
  StyledText cell;
  cell.add(threatens ? Tone::Threat : Tone::Words, fmt::format("“{}”", quotation.text));
  if (summary.wordings > 1) {
    cell.add(Tone::Faint, fmt::format(" +{}", counted(summary.wordings - 1, "variant")));
  }
  return cell;
}

StyledText tellers(const TimelineEntry& entry) {
  StyledText cell;
  cell.add(counted(entry.cluster.outlets.size(), "outlet"));
  cell.add(Tone::Faint, ", " + counted(entry.cluster.independent_origins.size(), "origin"));
  return cell;
}

StyledText hedge(const TimelineEntry& entry, const EntrySummary& summary) {
  StyledText cell;
  cell.add(summary.hedge.empty() ? Tone::Plain : Tone::Hedge,
           summary.hedge.empty() ? std::string("asserted") : summary.hedge);
  if (entry.tellings.size() > 1 && summary.hedged_tellings > 0) {
    cell.add(Tone::Faint, fmt::format(" ({}/{})", summary.hedged_tellings, entry.tellings.size()));
  }
  return cell;
}

}  // namespace

std::string timeline_table(std::span<const TimelineEntry> entries, const Style& style) {
  Table table({{"DATE", 10, 2, false},
               {"WHO → WHOM", 12, 3, false},
               {"WORDS", 20, 4, false},
               {"TOLD BY", 10, 2, false},
               {"REPORTED", 10, 3, false},
               {"ID", 8, 1, false}});
  constexpr std::size_t kShortId = 8;
  std::size_t tellings = 0;
  for (const auto& entry : entries) {
    const EntrySummary summary = summary_of(entry);
    tellings += entry.tellings.size();
    table.add_row({StyledText().add(short_date(summary)), parties(summary), words(summary),
                   tellers(entry), hedge(entry, summary),
                   StyledText().add(Tone::Faint, summary.canonical->row.id.substr(0, kShortId))});
  }
  return table.print(style) + "\n" +
         StyledText()
             .add(Tone::Faint, fmt::format("{} in {}", counted(entries.size(), "utterance"),
                                           counted(tellings, "telling")))
             .block(style, "", 0);
}

}  // namespace dixit::report
