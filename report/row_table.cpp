#include "report/row_table.h"

#include <algorithm>

#include "model/names.h"
#include "report/chain_links.h"
#include "report/counted.h"
#include "report/quotation_lines.h"
#include "report/table.h"

namespace dixit::report {
namespace {

StyledText speaker(const model::Quotation& quotation) {
  const bool known = quotation.source && !quotation.source->name.empty();
  if (!known) return StyledText().add(Tone::Faint, "?");
  return StyledText().add(Tone::Name, quotation.source->name);
}

StyledText reported(const model::Quotation& quotation) {
  const std::string hedge = hedge_of(quotation);
  if (hedge.empty()) return StyledText().add(model::name_of(quotation.evidential));
  return StyledText().add(Tone::Hedge, hedge);
}

// What follows the minute, without its seconds: "Z", "+01" for "+01:00", "+0530".
std::string short_zone(std::string_view rest) {
  constexpr std::size_t kHoursLength = 3;
  std::string zone(rest.substr(std::min(rest.find_first_of("Z+-"), rest.size())));
  std::erase(zone, ':');
  if (zone.size() > kHoursLength && zone.ends_with("00")) zone.resize(kHoursLength);
  return zone;
}

}  // namespace

std::string short_id(const std::string& id) {
  constexpr std::size_t kLength = 8;
  return id.substr(0, kLength);
}

std::string short_date(const std::string& iso_date) {
  constexpr std::size_t kMinuteLength = 16;
  std::string date = iso_date.substr(0, kMinuteLength);
  std::ranges::replace(date, 'T', ' ');
  if (iso_date.size() > kMinuteLength) date += short_zone(iso_date.substr(kMinuteLength));
  return date;
}

std::string rows_table(std::span<const storage::QuotationRow> rows, const Style& style,
                       Beyond beyond) {
  Table table({{.title = "DATE", .width_min = 10, .width_max = 10, .lines_max = 2},
               {.title = "SPEAKER", .width_min = 10, .width_max = 24, .lines_max = 2},
               {.title = "WORDS", .width_min = 20, .lines_max = 4},
               {.title = "REPORTED", .width_min = 10, .width_max = 18, .lines_max = 2},
               {.title = "OUTLET", .width_min = 8, .width_max = 18, .lines_max = 2},
               {.title = "ID", .width_min = 8}},
              RowGap::Line);
  for (const auto& row : rows) {
    table.add_row({StyledText().add(row.published_at ? short_date(row.published_at->value) : "?"),
                   speaker(row.quotation), quoted_words(row.quotation), reported(row.quotation),
                   StyledText().add(row.outlet), StyledText().add(Tone::Faint, short_id(row.id))});
  }
  return table.print(style) + "\n" +
         StyledText()
             .add(Tone::Faint, counted(rows.size(), "quotation") +
                                   (beyond == Beyond::LeftOut ? "; more left out by --limit" : ""))
             .block(style, "", 0);
}

}  // namespace dixit::report
