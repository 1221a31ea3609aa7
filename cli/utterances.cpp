#include "cli/utterances.h"

#include <fmt/format.h>

#include "cli/archive_answer.h"
#include "cli/filters.h"
#include "cli/output.h"
#include "cli/version.h"
#include "report/timeline_csv.h"
#include "report/timeline_html.h"
#include "report/timeline_json.h"
#include "report/timeline_table.h"
#include "storage/utc.h"

namespace dixit::cli {
namespace {

std::string printed(const report::Timeline& timeline, const Arguments& arguments,
                    const Session& session) {
  const std::string format = arguments.get("format");
  const auto& entries = timeline.entries;
  if (format == "csv") return report::timeline_csv(entries);
  if (format == "json" || format == "jsonl") {
    return json_values(format, entries.size(), [&](report::JsonWriter& json, std::size_t i) {
      report::write_timeline_entry(json, entries[i]);
    });
  }
  if (format == "html") return timeline_page(timeline, arguments);
  return report::timeline_table(entries, style_of(session), timeline.left_out);
}

}  // namespace

int print_utterances(const storage::Query& query, const Arguments& arguments, Session& session) {
  const auto told = ask_archive(arguments, session, [&](const storage::Archive& archive) {
    return report::build_timeline(archive, query);
  });
  if (!told) return told.error();
  return deliver(arguments, session, printed(told->answer, arguments, session));
}

std::string timeline_page(const report::Timeline& timeline, const Arguments& arguments) {
  report::TimelinePage page;
  page.selection = selection_text(arguments);
  page.software = fmt::format("Dixit {}", kVersion);
  page.made_at = storage::wall_clock_ms() / 1000;
  page.left_out = timeline.left_out;
  return report::timeline_html(timeline.entries, page);
}

}  // namespace dixit::cli
