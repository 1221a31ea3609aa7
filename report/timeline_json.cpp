#include "report/timeline_json.h"

#include "model/names.h"
#include "report/document_json.h"
#include "report/row_json.h"

namespace dixit::report {
namespace {

void write_party(JsonWriter& json, std::string_view name, const Party& party) {
  json.key(name);
  if (party.name.empty()) return json.null();
  json.begin_object();
  json.member("name", party.name);
  json.member_or_null("entity", party.entity);
  json.end_object();
}

void write_telling(JsonWriter& json, const Telling& telling) {
  json.begin_object();
  write_row_members(json, telling.row);
  json.member("member", model::name_of(telling.kind));
  json.member_real("similarity", telling.similarity);
  json.key("evidence");
  write_evidence(json, telling.capture);
  json.end_object();
}

}  // namespace

void write_timeline_entry(JsonWriter& json, const TimelineEntry& entry) {
  const EntrySummary summary = summary_of(entry);
  const auto& quotation = summary.canonical->row.quotation;
  json.begin_object();
  json.member_or_null("cluster", entry.cluster.id);
  write_publication(json, summary.earliest->row.published_at);
  json.member("first_seen", summary.date);
  json.member("first_seen_is", summary.date_is_fetch ? "fetched" : "published");
  write_party(json, "who", summary.who);
  write_party(json, "whom", summary.whom);
  json.member("words", quotation.text);
  json.member("canonical", summary.canonical->row.id);
  json.member("class", model::name_of(quotation.threat.threat_class));
  json.member_boolean("conditional", quotation.threat.conditional);
  json.member("evidential", model::name_of(quotation.evidential));
  json.member("report_status", model::name_of(quotation.report_status));
  const auto hedged = summary.evidentials.find(model::Evidential::Hedged);
  json.member_number("hedged_tellings", hedged == summary.evidentials.end() ? 0 : hedged->second);
  json.member_number("wordings", summary.wordings);
  json.member_strings("outlets", entry.cluster.outlets);
  json.member_strings("independent_origins", entry.cluster.independent_origins);
  json.key("tellings");
  json.begin_array();
  for (const auto& telling : entry.tellings) write_telling(json, telling);
  json.end_array();
  json.end_object();
}

}  // namespace dixit::report
