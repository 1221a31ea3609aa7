#include <optional>
#include <string>

#include "cli/archive_access.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "report/capture_view.h"
#include "report/document_json.h"
#include "report/reading.h"
#include "report/row_json.h"
#include "report/row_view.h"

namespace dixit::cli {
namespace {

// One record in the two ways it can be printed.
struct Shown {
  std::string text;
  std::string json;
};

template <typename Write>
std::string one_line(Write write) {
  return json_values("jsonl", 1, [&](report::JsonWriter& json, std::size_t) { write(json); });
}

Shown show_row(const storage::Archive& archive, const storage::QuotationRow& row,
               const report::Style& style) {
  const auto capture = archive.capture(row.capture_id);
  return {report::row_view(row, archive.document(row.document_id), capture, style),
          one_line([&](report::JsonWriter& json) { report::write_row(json, row); })};
}

std::optional<Shown> show_record(const storage::Archive& archive, const std::string& id,
                                 const report::Style& style) {
  if (const auto document = archive.document(id)) {
    return Shown{report::reading(*document, style), one_line([&](report::JsonWriter& json) {
                   report::write_document(json, *document, "\"" + document->id + "\"");
                 })};
  }
  if (const auto capture = archive.capture(id)) {
    return Shown{report::capture_view(*capture, style), one_line([&](report::JsonWriter& json) {
                   report::write_capture(json, *capture);
                 })};
  }
  return std::nullopt;
}

int run_show(const Arguments& arguments, Session& session) {
  if (arguments.positional().size() != 1) {
    return refuse_usage(session, "show", "name one record by its ID");
  }
  const auto archive = open_for_reading(arguments, session);
  if (!archive) return archive.error();
  const std::string& id = arguments.positional().front();
  const report::Style style = style_of(session);
  auto shown = show_record(*archive, id, style);
  if (!shown) {
    const auto row = archive->quotation(id);
    if (!row) return print_storage_error(session, row.error());
    shown = show_row(*archive, *row, style);
  }
  session.out << (arguments.get("format") == "json" ? shown->json : shown->text);
  return kSuccess;
}

}  // namespace

const Command& show_command() {
  static const Command kCommand{
      .name = "show",
      .summary = "print one quotation, document or capture",
      .operands = "ID",
      .description =
          "Prints what the archive holds under an ID: a quotation (the beginning of its ID is "
          "enough) with everything Dixit read in it, a document with all of its quotations, or a "
          "capture with its headers and its place in WARC.",
      .options = {archive_option(), format_option("text|json")},
      .examples = {{"dixit show 3f2a91c0", "One quotation, in its line of the text."}},
      .run = run_show};
  return kCommand;
}

}  // namespace dixit::cli
