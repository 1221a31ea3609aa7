#include "report/telling_item.h"

#include <fmt/format.h>

#include "model/names.h"
#include "report/card_parts.h"
#include "report/chain_links.h"
#include "report/html.h"
#include "report/text_fragment.h"
#include "storage/utc.h"

namespace dixit::report {
namespace {

std::string archived(const model::Capture& capture) {
  return fmt::format(
      "<dt>Archived</dt><dd>{} in <code>{}</code> at byte {} ({} bytes)</dd>"
      "<dt>SHA-256</dt><dd><code>{}</code></dd>",
      storage::iso_utc(capture.fetched_at_ms), html_escaped(capture.response.file),
      capture.response.offset, capture.response.length, html_escaped(capture.payload_sha256));
}

std::string evidence(const Telling& telling) {
  std::string html = fmt::format(R"(<details class="evidence"><summary>Evidence</summary><dl>)"
                                 R"(<dt>Page</dt><dd dir="ltr">{}</dd>)",
                                 html_escaped(telling.row.url));
  if (telling.capture) html += archived(*telling.capture);
  return html + fmt::format("<dt>Quotation</dt><dd><code>{}</code></dd></dl></details>",
                            html_escaped(telling.row.id));
}

std::string byline(const Telling& telling, bool is_canonical) {
  const auto& row = telling.row;
  std::string html = R"(<p class="by">)" + telling_link(telling);
  if (row.published_at) html += " " + time_element("", row.published_at->value);
  if (!is_canonical) html += " " + badge("kind", spelt(model::name_of(telling.kind)));
  if (const auto hedge = hedge_of(row.quotation); !hedge.empty()) {
    html += " " + badge("hedge", hedge);
  }
  return html + "</p>";
}

}  // namespace

std::string telling_link(const Telling& telling) {
  const auto& row = telling.row;
  return html_link(is_linkable(row.url) ? text_fragment_link(row) : row.url,
                   row.outlet.empty() ? row.url : row.outlet);
}

std::string telling_item(const Telling& telling, const Telling& canonical) {
  const auto& row = telling.row;
  const bool is_canonical = &telling == &canonical;
  std::string html = "<li>" + byline(telling, is_canonical);
  if (!row.title.empty()) {
    html += fmt::format(R"(<p class="title" dir="auto">{}</p>)", html_escaped(row.title));
  }
  if (row.quotation.text != canonical.row.quotation.text) html += words_block(row);
  if (!is_canonical) html += chain_list(row);
  return html + evidence(telling) + "</li>";
}

}  // namespace dixit::report
