#include <set>
#include <string>
#include <vector>

#include "cli/archive_answer.h"
#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/output.h"
#include "cli/utterances.h"
#include "report/document_json.h"
#include "report/row_csv.h"
#include "report/row_json.h"

namespace dixit::cli {
namespace {

constexpr std::string_view kThreatOtherwise = "all";

using Rows = std::vector<storage::QuotationRow>;

std::string quotations(const storage::Archive& archive, const Rows& rows,
                       const std::string& format) {
  if (format == "csv") return report::rows_csv(rows);
  return json_values(format, rows.size(), [&](report::JsonWriter& json, std::size_t i) {
    json.begin_object();
    report::write_row_members(json, rows[i]);
    json.key("evidence");
    report::write_evidence(json, archive.capture(rows[i].capture_id));
    json.end_object();
  });
}

// The documents in which the rows stand, each once, in the rows' order.
std::string documents(const storage::Archive& archive, const Rows& rows,
                      const std::string& format) {
  std::vector<std::string> ids;
  std::set<std::string> seen;
  for (const auto& row : rows) {
    if (seen.insert(row.document_id).second && archive.document(row.document_id)) {
      ids.push_back(row.document_id);
    }
  }
  return json_values(format, ids.size(), [&](report::JsonWriter& json, std::size_t i) {
    report::write_document(json, *archive.document(ids[i]), "\"" + ids[i] + "\"");
  });
}

// Quotations as JSON Lines; the page has utterances alone.
Arguments with_defaults(Arguments arguments) {
  if (!arguments.has("format")) arguments.set("format", "jsonl");
  const bool page = arguments.get("format") == "html";
  if (!arguments.has("what")) arguments.set("what", page ? "utterances" : "quotations");
  return arguments;
}

int run_export(const Arguments& given, Session& session) {
  const Arguments arguments = with_defaults(given);
  const std::string format = arguments.get("format");
  const std::string what = arguments.get("what");
  if (format == "csv" && what != "quotations") {
    return refuse_usage(session, "export", "--format csv has columns for --what quotations alone");
  }
  if (format == "html" && what != "utterances") {
    return refuse_usage(session, "export", "--format html is a page of --what utterances alone");
  }
  const auto query = query_of(arguments, kThreatOtherwise);
  if (!query) return refuse_usage(session, "export", query.error().message);
  if (what == "utterances") return print_utterances(*query, arguments, session);
  const auto found = ask_archive(
      arguments, session, [&](const storage::Archive& archive) { return archive.find(*query); });
  if (!found) return found.error();
  const auto& [archive, rows] = *found;
  return deliver(
      arguments, session,
      what == "documents" ? documents(archive, rows, format) : quotations(archive, rows, format));
}

}  // namespace

const Command& export_command() {
  static const std::string kDescription =
      std::string(
          "Writes what passes the filters for other programs: JSON Lines unless asked otherwise, "
          "with W3C selectors, a link to the very words and each page's place in WARC. Documents "
          "are the pages on which the quotations stand; utterances are the timeline's entries. ") +
      kUtteranceFilters;
  static const Command kCommand{
      .name = "export",
      .summary = "write quotations, utterances or documents as data",
      .operands = "",
      .description = kDescription,
      .options =
          joined_options({archive_option(),
                          {0, "what", "KIND", "what to write", "quotations|utterances|documents"},
                          format_option("json|jsonl|csv|html"),
                          output_option()},
                         filter_options(kThreatOtherwise)),
      .examples = {{"dixit export --threat any --format csv -o threats.csv", "For a spreadsheet."},
                   {"dixit export --what utterances --since 2015", "For a program."}},
      .run = run_export};
  return kCommand;
}

}  // namespace dixit::cli
