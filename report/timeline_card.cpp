#include "report/timeline_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/names.h"
#include "report/card_parts.h"
#include "report/counted.h"
#include "report/html.h"
#include "report/telling_item.h"

namespace dixit::report {
namespace {

std::string badges(const EntrySummary& summary) {
  const auto& quotation = summary.canonical->row.quotation;
  const auto& threat = quotation.threat;
  std::string html;
  if (threat.threat_class != model::ThreatClass::None) {
    html += badge(model::name_of(threat.threat_class),
                  fmt::format("{} threat", model::name_of(threat.threat_class)));
  }
  // What the class has said already needs no second label.
  if (threat.speech_act != model::SpeechAct::None &&
      threat.speech_act != model::SpeechAct::CommissiveThreat) {
    html += badge("act", spelt(model::name_of(threat.speech_act)));
  }
  if (threat.directness == model::Directness::Veiled) html += badge("act", "veiled");
  if (threat.conditional) html += badge("act", "conditional");
  if (quotation.form == model::QuotationForm::Indirect) html += badge("form", "reported speech");
  html += badge("status", spelt(model::name_of(quotation.report_status)));
  if (!summary.hedge.empty()) html += badge("hedge", summary.hedge);
  return html;
}

std::string party(const Party& party) {
  if (party.name.empty()) return R"(<span class="unknown">unknown</span>)";
  return html_name(party.name);
}

std::string conditions(const model::Threat& threat) {
  std::string html;
  if (threat.condition) {
    html += fmt::format(R"(<p class="condition">Condition: <q dir="auto">{}</q></p>)",
                        html_escaped(threat.condition->text));
  }
  if (!threat.deadline.empty()) {
    html += fmt::format(R"(<p class="condition">Deadline: <q dir="auto">{}</q></p>)",
                        html_escaped(threat.deadline));
  }
  return html;
}

// The outlet's name, linked to its first telling.
std::string outlet_link(const TimelineEntry& entry, const std::string& outlet) {
  const auto telling =
      std::ranges::find(entry.tellings, outlet, [](const Telling& one) { return one.row.outlet; });
  return telling == entry.tellings.end() ? html_name(outlet) : telling_link(*telling);
}

// The list in HTML, after commas.
template <typename Html>
std::string listed(const std::vector<std::string>& names, Html html_of) {
  std::string html;
  for (const auto& name : names) html += (html.empty() ? "" : ", ") + html_of(name);
  return html;
}

std::string told_by(const TimelineEntry& entry) {
  const auto& outlets = entry.cluster.outlets;
  const auto& origins = entry.cluster.independent_origins;
  return fmt::format(R"(<p class="told">Told by <b>{}</b>: {}. <b>{}</b>: {}.</p>)",
                     counted(outlets.size(), "outlet"),
                     listed(outlets, [&](const auto& name) { return outlet_link(entry, name); }),
                     counted(origins.size(), "independent origin"), listed(origins, html_name));
}

std::string tellings(const TimelineEntry& entry, const EntrySummary& summary) {
  std::string html =
      fmt::format("<details{}><summary>{}, {}</summary><ol class=\"tellings\">",
                  entry.tellings.size() == 1 ? " open" : "",
                  counted(entry.tellings.size(), "telling"), counted(summary.wordings, "wording"));
  for (const auto& telling : entry.tellings) html += telling_item(telling, *summary.canonical);
  return html + "</ol></details>";
}

}  // namespace

std::string card_id(const TimelineEntry& entry) {
  std::string id = "t-";
  const std::string& source =
      entry.cluster.id.empty() ? entry.cluster.canonical_quotation_id : entry.cluster.id;
  for (const char character : source) {
    const bool plain = (character >= 'a' && character <= 'z') ||
                       (character >= 'A' && character <= 'Z') ||
                       (character >= '0' && character <= '9');
    id.push_back(plain ? character : '-');
  }
  return id;
}

std::string card_class(const EntrySummary& summary) {
  const auto& quotation = summary.canonical->row.quotation;
  std::string css_class(model::name_of(quotation.threat.threat_class));
  if (!summary.hedge.empty()) css_class += " hedged";
  return css_class;
}

std::string timeline_card(const TimelineEntry& entry) {
  const EntrySummary summary = summary_of(entry);
  const auto& canonical = summary.canonical->row;
  std::string html = fmt::format(
      R"(<article class="card {}" id="{}"><header>{}{}</header>)", card_class(summary),
      card_id(entry), time_element(summary.date_is_fetch ? "not after " : "", summary.date),
      badges(summary));
  html += fmt::format("<h3>{} <span class=\"to\">→</span> {}</h3>", party(summary.who),
                      party(summary.whom));
  html += words_block(canonical) + conditions(canonical.quotation.threat);
  html += chain_list(canonical) + told_by(entry);
  return html + tellings(entry, summary) + "</article>\n";
}

}  // namespace dixit::report
