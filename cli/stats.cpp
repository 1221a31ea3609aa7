#include "report/stats.h"

#include "cli/archive_access.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace dixit::cli {
namespace {

int run_stats(const Arguments& arguments, Session& session) {
  const auto archive = open_for_reading(arguments, session);
  if (!archive) return archive.error();
  const auto stats = archive->stats();
  if (arguments.get("format") == "json") {
    session.out << json_values("jsonl", 1, [&](report::JsonWriter& json, std::size_t) {
      report::write_stats(json, stats);
    });
  } else {
    session.out << report::stats_text(stats, style_of(session));
  }
  return kSuccess;
}

}  // namespace

const Command& stats_command() {
  static const Command kCommand{
      .name = "stats",
      .summary = "count what the archive holds",
      .operands = "",
      .description =
          "Counts captures, documents, quotations, threats, URLs and bytes, and the "
          "documents of each outlet and language.",
      .options = {archive_option(), format_option("table|json")},
      .examples = {{"dixit stats --format json", "The same as data."}},
      .run = run_stats};
  return kCommand;
}

}  // namespace dixit::cli
