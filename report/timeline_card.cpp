#include "report/timeline_card.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/names.h"
#include "report/chain_links.h"
#include "report/counted.h"
#include "report/html.h"
#include "report/text_fragment.h"
#include "storage/utc.h"

namespace dixit::report {
namespace {

// More tellings than this are folded away below the chain.
constexpr std::size_t kOpenTellingsMax = 3;

// "commissive_threat" as words.
std::string spelt(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

// "2015-03-02T10:15+01:00" with a blank for the "T", as HTML's time element also takes it.
std::string time_element(std::string_view prefix, std::string date) {
  std::ranges::replace(date, 'T', ' ');
  return fmt::format("<time>{}{}</time>", prefix, html_escaped(date));
}

std::string badge(std::string_view css_class, std::string_view text) {
  return fmt::format(R"(<span class="badge {}">{}</span>)", css_class, html_escaped(text));
}

std::string badges(const EntrySummary& summary) {
  const auto& quotation = summary.canonical->row.quotation;
  const auto& threat = quotation.threat;
  std::string html;
  if (threat.threat_class != model::ThreatClass::None) {
    html += badge(model::name_of(threat.threat_class),
                  fmt::format("{} threat", model::name_of(threat.threat_class)));
  }
  if (threat.speech_act != model::SpeechAct::None) {
    html += badge("act", spelt(model::name_of(threat.speech_act)));
  }
  if (threat.directness == model::Directness::Veiled) html += badge("act", "veiled");
  if (threat.conditional) html += badge("act", "conditional");
  html += badge("status", spelt(model::name_of(quotation.report_status)));
  if (!summary.hedge.empty()) html += badge("hedge", summary.hedge);
  return html;
}

std::string party(const Party& party) {
  if (party.name.empty()) return R"(<span class="unknown">unknown</span>)";
  return html_name(party.name);
}

std::string words(const storage::QuotationRow& row) {
  const auto& language = row.quotation.language.empty() ? row.language : row.quotation.language;
  return fmt::format(R"(<blockquote lang="{}" dir="auto">{}</blockquote>)", html_escaped(language),
                     html_escaped(row.quotation.text));
}

std::string chain(const storage::QuotationRow& row) {
  std::string html = R"(<ol class="chain">)";
  for (const auto& link : chain_links(row)) {
    const std::string hedge = hedge_of(link.evidential, link.marker);
    html += fmt::format(R"(<li{}><span class="role">{}</span> {})",
                        hedge.empty() ? "" : R"( class="hedged")",
                        html_escaped(spelt(model::name_of(link.role))), html_name(link.name));
    if (!hedge.empty()) html += fmt::format(R"( <em>{}</em>)", html_escaped(hedge));
    html += "</li>";
  }
  return html + "</ol>";
}

std::string names(const std::vector<std::string>& list) {
  std::string html;
  for (const auto& name : list) {
    if (!html.empty()) html += ", ";
    html += html_name(name);
  }
  return html;
}

std::string evidence(const Telling& telling) {
  std::string html = R"(<p class="evidence">)";
  if (telling.capture) {
    const auto& capture = *telling.capture;
    html += fmt::format(
        "archived {} in <code>{}</code> at byte {} ({} bytes), SHA-256 <code>{}"
        "</code>, ",
        storage::iso_utc(capture.fetched_at_ms), html_escaped(capture.response.file),
        capture.response.offset, capture.response.length, html_escaped(capture.payload_sha256));
  }
  html += fmt::format("quotation <code>{}</code>", html_escaped(telling.row.id));
  return html + "</p>";
}

std::string telling_item(const Telling& telling, const Telling& canonical) {
  const auto& row = telling.row;
  const bool same_words = row.quotation.text == canonical.row.quotation.text;
  std::string html = "<li><p class=\"by\">";
  html += html_link(is_linkable(row.url) ? text_fragment_link(row) : row.url,
                    row.outlet.empty() ? row.url : row.outlet);
  if (row.published_at) {
    html += " " + time_element("", row.published_at->value);
  }
  if (&telling != &canonical) {
    html += badge("kind", spelt(model::name_of(telling.kind)));
  }
  if (const auto hedge = hedge_of(row.quotation); !hedge.empty()) html += badge("hedge", hedge);
  html += "</p>";
  if (!row.title.empty()) {
    html += fmt::format(R"(<p class="title" dir="auto">{}</p>)", html_escaped(row.title));
  }
  if (!same_words) html += words(row);
  if (&telling != &canonical) html += chain(row);
  html += fmt::format(R"(<p class="url">{}</p>)", html_escaped(row.url));
  return html + evidence(telling) + "</li>";
}

std::string conditions(const model::Threat& threat) {
  std::string html;
  if (threat.condition) {
    html += fmt::format(R"(<p class="condition">Condition: <q>{}</q></p>)",
                        html_escaped(threat.condition->text));
  }
  if (!threat.deadline.empty()) {
    html += fmt::format(R"(<p class="condition">Deadline: <q>{}</q></p>)",
                        html_escaped(threat.deadline));
  }
  return html;
}

std::string told_by(const TimelineEntry& entry) {
  const auto& cluster = entry.cluster;
  return fmt::format(R"(<p class="told">Told by <b>{}</b>: {}. <b>{}</b>: {}.</p>)",
                     counted(cluster.outlets.size(), "outlet"), names(cluster.outlets),
                     counted(cluster.independent_origins.size(), "independent origin"),
                     names(cluster.independent_origins));
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
  const Telling& canonical = *summary.canonical;
  std::string html =
      fmt::format(R"(<article class="card {}" id="{}"><header><time>{}{}</time>{}</header>)",
                  card_class(summary), card_id(entry), summary.date_is_fetch ? "not after " : "",
                  html_escaped(summary.date), badges(summary));
  html += fmt::format("<h3>{} <span class=\"to\">→</span> {}</h3>", party(summary.who),
                      party(summary.whom));
  html += words(canonical.row) + conditions(canonical.row.quotation.threat);
  html += chain(canonical.row) + told_by(entry);
  html +=
      fmt::format("<details{}><summary>{}, {}</summary><ol class=\"tellings\">",
                  entry.tellings.size() <= kOpenTellingsMax ? " open" : "",
                  counted(entry.tellings.size(), "telling"), counted(summary.wordings, "wording"));
  for (const auto& telling : entry.tellings) html += telling_item(telling, canonical);
  return html + "</ol></details></article>\n";
}

}  // namespace dixit::report
