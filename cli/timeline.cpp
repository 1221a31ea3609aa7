#include <string>

#include "cli/archive_access.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/output.h"
#include "cli/utterances.h"

namespace dixit::cli {
namespace {

// A timeline is of threats unless it is asked for more.
constexpr std::string_view kThreatOtherwise = "any";

int run_timeline(const Arguments& arguments, Session& session) {
  const auto query = query_of(arguments, kThreatOtherwise);
  if (!query) return refuse_usage(session, "timeline", query.error().message);
  return print_utterances(*query, arguments, session);
}

}  // namespace

const Command& timeline_command() {
  static const std::string kDescription =
      std::string(
          "Prints every threat once, however many outlets tell of it: when it was first told, who "
          "threatened whom, in which words, by how many outlets and how many independent origins, "
          "and how far the report stands behind it. The HTML page is one file that needs no "
          "network. ") +
      kUtteranceFilters;
  static const Command kCommand{
      .name = "timeline",
      .summary = "print who threatened whom, when, and who tells of it",
      .operands = "",
      .description = kDescription,
      .options = joined_options(
          {archive_option(), format_option("table|json|jsonl|csv|html"), output_option()},
          filter_options(kThreatOtherwise)),
      .examples = {{"dixit timeline --since 2015 --target Twitter", "Threats against one target."},
                   {"dixit timeline --format html -o timeline.html", "The page for a browser."}},
      .run = run_timeline};
  return kCommand;
}

}  // namespace dixit::cli
