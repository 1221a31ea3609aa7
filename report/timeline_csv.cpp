#include "report/timeline_csv.h"

#include <fmt/format.h>

#include <vector>

#include "model/names.h"
#include "report/csv.h"
#include "report/row_cells.h"

namespace dixit::report {
namespace {

const std::vector<std::string> kEntryHeader{
    "utterance", "first_date", "first_date_is",       "who",
    "whom",      "outlets",    "independent_origins", "member"};
const std::vector<std::string> kEvidenceHeader{"warc_file", "warc_offset", "sha256"};

std::vector<std::string> cells_of(const TimelineEntry& entry, const EntrySummary& summary,
                                  const Telling& telling) {
  std::vector<std::string> cells{
      entry.cluster.id.empty() ? entry.cluster.canonical_quotation_id : entry.cluster.id,
      summary.date,
      summary.date_is_fetch ? "fetched" : "published",
      summary.who.name,
      summary.whom.name,
      fmt::format("{}", entry.cluster.outlets.size()),
      fmt::format("{}", entry.cluster.independent_origins.size()),
      std::string(model::name_of(telling.kind))};
  append_cells(cells, row_cells(telling.row));
  const auto& capture = telling.capture;
  append_cells(cells, {capture ? capture->response.file : "",
                       capture ? fmt::format("{}", capture->response.offset) : "",
                       capture ? capture->payload_sha256 : ""});
  return cells;
}

}  // namespace

std::string timeline_csv(std::span<const TimelineEntry> entries) {
  std::vector<std::string> header = kEntryHeader;
  append_cells(header, row_header());
  append_cells(header, kEvidenceHeader);
  std::string csv = csv_line(header);
  for (const auto& entry : entries) {
    const EntrySummary summary = summary_of(entry);
    for (const auto& telling : entry.tellings) {
      csv += csv_line(cells_of(entry, summary, telling));
    }
  }
  return csv;
}

}  // namespace dixit::report
