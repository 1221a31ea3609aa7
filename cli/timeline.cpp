#include "report/timeline.h"

#include <fmt/format.h>

#include <chrono>
#include <vector>

#include "cli/archive_answer.h"
#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/output.h"
#include "cli/timeline_page.h"
#include "cli/version.h"
#include "report/timeline_csv.h"
#include "report/timeline_html.h"
#include "report/timeline_json.h"
#include "report/timeline_table.h"

namespace dixit::cli {
namespace {

// A timeline is of threats unless it is asked for more.
constexpr std::string_view kThreatOtherwise = "any";

std::string printed(const std::vector<report::TimelineEntry>& entries, const Arguments& arguments,
                    const Session& session) {
  const std::string format = arguments.get("format");
  if (format == "csv") return report::timeline_csv(entries);
  if (format == "json" || format == "jsonl") {
    return json_values(format, entries.size(), [&](report::JsonWriter& json, std::size_t i) {
      report::write_timeline_entry(json, entries[i]);
    });
  }
  if (format == "html") return timeline_page(entries, arguments);
  return report::timeline_table(entries, style_of(session));
}

int run_timeline(const Arguments& arguments, Session& session) {
  const auto query = query_of(arguments, kThreatOtherwise);
  if (!query) return refuse_usage(session, "timeline", query.error().message);
  const auto told = ask_archive(arguments, session, [&](const storage::Archive& archive) {
    return report::build_timeline(archive, *query);
  });
  if (!told) return told.error();
  return deliver(arguments, session, printed(told->answer, arguments, session));
}

}  // namespace

std::string timeline_page(std::span<const report::TimelineEntry> entries,
                          const Arguments& arguments) {
  report::TimelinePage page;
  page.selection = selection_text(arguments);
  page.software = fmt::format("Dixit {}", kVersion);
  page.made_at = std::chrono::duration_cast<std::chrono::seconds>(
                     std::chrono::system_clock::now().time_since_epoch())
                     .count();
  return report::timeline_html(entries, page);
}

const Command& timeline_command() {
  static const Command kCommand{
      .name = "timeline",
      .summary = "print who threatened whom, when, and who tells of it",
      .operands = "",
      .description =
          "Prints every threat once, however many outlets tell of it: when it was first told, who "
          "threatened whom, in which words, by how many outlets and how many independent origins, "
          "and how far the report stands behind it. The HTML page is one file that needs no "
          "network.",
      .options = joined_options(
          {archive_option(), format_option("table|json|jsonl|csv|html"), output_option()},
          filter_options(kThreatOtherwise)),
      .examples = {{"dixit timeline --since 2015 --target Twitter", "Threats against one target."},
                   {"dixit timeline --format html -o timeline.html", "The page for a browser."}},
      .run = run_timeline};
  return kCommand;
}

}  // namespace dixit::cli
