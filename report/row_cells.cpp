#include "report/row_cells.h"

#include <fmt/format.h>

#include "model/names.h"
#include "report/chain_links.h"
#include "report/text_fragment.h"
#include "storage/utc.h"

namespace dixit::report {

const std::vector<std::string>& row_header() {
  static const std::vector<std::string> kHeader{
      "quotation", "date",       "precision",      "outlet",     "lang",          "title",
      "words",     "speaker",    "speaker_entity", "target",     "target_entity", "class",
      "score",     "speech_act", "conditional",    "evidential", "hedge",         "report_status",
      "chain",     "url",        "link",           "fetched_at"};
  return kHeader;
}

std::vector<std::string> row_cells(const storage::QuotationRow& row) {
  const auto& quotation = row.quotation;
  const auto& threat = quotation.threat;
  const model::Source source = quotation.source.value_or(model::Source{});
  const model::Target target = threat.target.value_or(model::Target{});
  return {row.id,
          row.published_at ? row.published_at->value : "",
          row.published_at ? std::string(model::name_of(row.published_at->precision)) : "",
          row.outlet,
          row.language,
          row.title,
          quotation.text,
          source.name,
          source.entity,
          target.name.empty() ? target.text : target.name,
          target.entity,
          std::string(model::name_of(threat.threat_class)),
          fmt::format("{:.2f}", threat.score),
          std::string(model::name_of(threat.speech_act)),
          threat.conditional ? "true" : "false",
          std::string(model::name_of(quotation.evidential)),
          hedge_of(quotation),
          std::string(model::name_of(quotation.report_status)),
          chain_summary(row),
          row.url,
          text_fragment_link(row),
          storage::iso_utc(row.fetched_at_ms)};
}

void append_cells(std::vector<std::string>& cells, const std::vector<std::string>& more) {
  cells.insert(cells.end(), more.begin(), more.end());
}

}  // namespace dixit::report
