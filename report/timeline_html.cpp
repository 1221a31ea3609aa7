#include "report/timeline_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "model/names.h"
#include "report/counted.h"
#include "report/html.h"
#include "report/time_axis.h"
#include "report/timeline_assets.h"
#include "report/timeline_card.h"
#include "storage/digest.h"
#include "storage/quotation_row.h"
#include "storage/utc.h"

namespace dixit::report {
namespace {

constexpr std::size_t kYearLength = 4;

// Only this very style and script may act, and nothing may be fetched
// (https://www.w3.org/TR/CSP3/#framework-directive-source-list, hash-source).
std::string policy() {
  const auto hash_of = [](std::string_view text) {
    return "'sha256-" + storage::to_base64(storage::sha256(text)) + "'";
  };
  return fmt::format(
      "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
      hash_of(timeline_style()), hash_of(timeline_script()));
}

std::string head(const TimelinePage& page) {
  std::string html = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  html += fmt::format("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", policy());
  html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  html += "<meta name=\"referrer\" content=\"no-referrer\">\n";
  html += fmt::format("<title>{}</title>\n", html_escaped(page.title));
  html += fmt::format("<style>{}</style>\n</head>\n<body>\n", timeline_style());
  html += "<a class=\"skip\" href=\"#threats\">Past the drawing</a>\n";
  return html;
}

AxisPoint point_of(const TimelineEntry& entry) {
  const EntrySummary summary = summary_of(entry);
  AxisPoint point;
  point.time = storage::row_time(summary.earliest->row);
  point.target = card_id(entry);
  point.label = fmt::format("{}: {} → {}", summary.date,
                            summary.who.name.empty() ? "unknown" : summary.who.name,
                            summary.whom.name.empty() ? "unknown" : summary.whom.name);
  point.css_class = card_class(summary);
  point.weight = entry.cluster.outlets.size();
  return point;
}

std::string drawing(std::span<const TimelineEntry> entries) {
  std::vector<AxisPoint> points;
  for (const auto& entry : entries) points.push_back(point_of(entry));
  std::ranges::stable_sort(points, {}, &AxisPoint::time);
  return "<nav class=\"drawing\" aria-label=\"By date\">" + time_axis_svg(points) + "</nav>\n" +
         "<p class=\"legend\"><span><i class=\"violent\">●</i> violent</span>"
         "<span><i class=\"coercive\">◆</i> coercive</span>"
         "<span><i>◌</i> dashed: the report itself stands back</span>"
         "<span>larger: more outlets</span></p>\n";
}

std::string introduction(std::span<const TimelineEntry> entries, const TimelinePage& page) {
  std::size_t tellings = 0;
  for (const auto& entry : entries) tellings += entry.tellings.size();
  std::string html = fmt::format("<h1>{}</h1>\n", html_escaped(page.title));
  html += fmt::format("<p class=\"facts\">{} in {}{}</p>\n", counted(entries.size(), "utterance"),
                      counted(tellings, "telling"), beyond_limit(page.left_out));
  if (!page.selection.empty()) {
    html += fmt::format(
        "<p class=\"facts\">Selected: {}. An utterance is here when any one telling of it passes, "
        "and then with all of its tellings.</p>\n",
        html_name(page.selection));
  }
  return html;
}

constexpr std::string_view kFilterForm = R"(<form class="filter" id="filter" role="search" hidden>
<input type="search" placeholder="Filter: names, words, outlets…" aria-label="Filter by words">
<select name="kind" aria-label="Kind of threat"><option value="">any kind</option>
<option>violent</option><option>coercive</option></select>
<select name="told" aria-label="How it is told"><option value="">however told</option>
<option>asserted</option><option>hedged</option></select>
<output></output></form>
)";

constexpr std::string_view kGuide =
    R"(<details class="guide"><summary>How to read this page</summary>
<p>Each card is one utterance, however many outlets tell of it, under the date on which it was first
told. <b>Who → whom</b> is what the page of its fullest telling says; where no page says it, it is
unknown.</p>
<p>The boxes are the chain of hands through which the words came, from the one who spoke to the outlet
that published them. A dashed line marks a link that stands back from what it passes on, with the words
that say so.</p>
<p><b>Independent origins</b> are the chains' ends: outlets that all had the words from one agency or
monitor count once. <b>Alleged</b>: the report does not vouch that it was said; <b>relayed</b>: it was
read or heard elsewhere; <b>first hand</b>: neither.</p>
<p>Each outlet's name opens its page at the quoted words. Its evidence says where the page is
archived: the digest is that of the archived bytes.</p></details>
)";

// The year of the moment by which entries are sorted, which at the turn of a year is not the one
// that a page far from Greenwich prints.
std::string year_of(const TimelineEntry& entry) {
  return storage::iso_utc(storage::row_time(entry.tellings.front().row) * 1000)
      .substr(0, kYearLength);
}

// Cards under the year in which they were first told.
std::string cards(std::span<const TimelineEntry> entries) {
  std::string html;
  std::string year;
  for (const auto& entry : entries) {
    const std::string its_year = year_of(entry);
    if (its_year != year) {
      if (!year.empty()) html += "</section>\n";
      html += fmt::format("<section><h2>{}</h2>\n", its_year);
      year = its_year;
    }
    html += timeline_card(entry);
  }
  if (!year.empty()) html += "</section>\n";
  return html;
}

}  // namespace

std::string timeline_html(std::span<const TimelineEntry> entries, const TimelinePage& page) {
  const std::size_t left_out = entries.size() - std::min(entries.size(), kHtmlEntriesMax);
  entries = entries.first(entries.size() - left_out);
  std::string html = head(page) + introduction(entries, page);
  if (!entries.empty()) html += drawing(entries);
  html += kGuide;
  html += kFilterForm;
  html += "<main id=\"threats\" tabindex=\"-1\">\n" + cards(entries) + "</main>\n";
  if (left_out > 0) {
    html +=
        fmt::format("<p>{} left out: narrow the selection.</p>\n", counted(left_out, "utterance"));
  }
  html += fmt::format("<footer>Made by {} on {}.</footer>\n", html_escaped(page.software),
                      storage::iso_utc(page.made_at * 1000));
  html += fmt::format("<script>{}</script>\n</body>\n</html>\n", timeline_script());
  return html;
}

}  // namespace dixit::report
