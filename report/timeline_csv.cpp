#include "report/timeline_csv.h"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "model/names.h"
#include "report/chain_links.h"
#include "report/csv.h"
#include "report/text_fragment.h"
#include "storage/utc.h"

namespace dixit::report {
namespace {

const std::vector<std::string> kHeader{
    "utterance",   "first_date", "who",         "who_entity", "whom",
    "whom_entity", "class",      "conditional", "outlets",    "independent_origins",
    "quotation",   "member",     "date",        "precision",  "outlet",
    "lang",        "words",      "evidential",  "hedge",      "report_status",
    "chain",       "url",        "link",        "fetched_at", "warc_file",
    "warc_offset", "sha256"};

std::string utterance_id(const TimelineEntry& entry) {
  return entry.cluster.id.empty() ? entry.cluster.canonical_quotation_id : entry.cluster.id;
}

std::vector<std::string> cells_of(const TimelineEntry& entry, const EntrySummary& summary,
                                  const Telling& telling) {
  const auto& row = telling.row;
  const auto& quotation = row.quotation;
  const auto& capture = telling.capture;
  return {utterance_id(entry),
          summary.date,
          summary.who.name,
          summary.who.entity,
          summary.whom.name,
          summary.whom.entity,
          std::string(model::name_of(summary.canonical->row.quotation.threat.threat_class)),
          quotation.threat.conditional ? "true" : "false",
          fmt::format("{}", entry.cluster.outlets.size()),
          fmt::format("{}", entry.cluster.independent_origins.size()),
          row.id,
          std::string(model::name_of(telling.kind)),
          row.published_at ? row.published_at->value : "",
          row.published_at ? std::string(model::name_of(row.published_at->precision)) : "",
          row.outlet,
          row.language,
          quotation.text,
          std::string(model::name_of(quotation.evidential)),
          hedge_of(quotation),
          std::string(model::name_of(quotation.report_status)),
          chain_summary(row),
          row.url,
          text_fragment_link(row),
          storage::iso_utc(row.fetched_at_ms),
          capture ? capture->response.file : "",
          capture ? fmt::format("{}", capture->response.offset) : "",
          capture ? capture->payload_sha256 : ""};
}

}  // namespace

std::string timeline_csv(std::span<const TimelineEntry> entries) {
  std::string csv = csv_line(kHeader);
  for (const auto& entry : entries) {
    const EntrySummary summary = summary_of(entry);
    for (const auto& telling : entry.tellings) {
      csv += csv_line(cells_of(entry, summary, telling));
    }
  }
  return csv;
}

}  // namespace dixit::report
