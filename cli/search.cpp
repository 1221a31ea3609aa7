#include <vector>

#include "cli/archive_answer.h"
#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/output.h"
#include "report/row_csv.h"
#include "report/row_json.h"
#include "report/row_table.h"

namespace dixit::cli {
namespace {

// A search is of all quotations unless it is asked for threats.
constexpr std::string_view kThreatOtherwise = "all";

std::string printed(const std::vector<storage::QuotationRow>& rows, const std::string& format,
                    report::Beyond beyond, const Session& session) {
  if (format == "csv") return report::rows_csv(rows);
  if (format == "json" || format == "jsonl") {
    return json_values(format, rows.size(), [&](report::JsonWriter& json, std::size_t i) {
      report::write_row(json, rows[i]);
    });
  }
  return report::rows_table(rows, style_of(session), beyond);
}

int run_search(const Arguments& arguments, Session& session) {
  auto query = query_of(arguments, kThreatOtherwise);
  if (!query) return refuse_usage(session, "search", query.error().message);
  for (const auto& word : arguments.positional()) {
    // An empty variable in a script must not select everything.
    if (word.find_first_not_of(' ') == std::string::npos) {
      return refuse_usage(session, "search", "a WORD to look for is empty");
    }
    if (!query->text.empty()) query->text.push_back(' ');
    query->text += word;
  }
  const std::size_t limit = query->limit;
  if (limit > 0) ++query->limit;  // whether there are more
  auto found = ask_archive(arguments, session,
                           [&](const storage::Archive& archive) { return archive.find(*query); });
  if (!found) return found.error();
  auto& rows = found->answer;
  const bool more = limit > 0 && rows.size() > limit;
  if (more) rows.resize(limit);
  const report::Beyond beyond = more ? report::Beyond::LeftOut : report::Beyond::Nothing;
  return deliver(arguments, session, printed(rows, arguments.get("format"), beyond, session));
}

}  // namespace

const Command& search_command() {
  static const Command kCommand{
      .name = "search",
      .summary = "find quotations by words, people, outlets and dates",
      .operands = "[WORD...]",
      .description =
          "Lists the quotations that pass all filters, oldest first. The words are looked for in "
          "the quotations, in any form that the language's stemmer knows.",
      .options =
          joined_options({archive_option(), format_option("table|json|jsonl|csv"), output_option()},
                         filter_options(kThreatOtherwise)),
      .examples = {{"dixit search guerre virtuelle", "Quotations with both words."},
                   {"dixit search --via AFP --evidential hedged --format jsonl",
                    "What came by an agency and is hedged, as data."}},
      .run = run_search};
  return kCommand;
}

}  // namespace dixit::cli
