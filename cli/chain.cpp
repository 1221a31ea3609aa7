#include "report/chain.h"

#include "cli/archive_access.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "report/row_json.h"

namespace dixit::cli {
namespace {

int run_chain(const Arguments& arguments, Session& session) {
  if (arguments.positional().size() != 1) {
    return refuse_usage(session, "chain", "name one quotation by its ID or the beginning of it");
  }
  const auto archive = open_for_reading(arguments, session);
  if (!archive) return archive.error();
  auto row = archive->quotation(arguments.positional().front());
  if (!row) return print_storage_error(session, row.error());
  report::ChainView view;
  view.document = archive->document(row->document_id);
  view.capture = archive->capture(row->capture_id);
  view.cluster = archive->cluster(row->cluster_id);
  view.row = std::move(*row);
  if (arguments.get("format") == "json") {
    session.out << json_values("jsonl", 1, [&](report::JsonWriter& json, std::size_t) {
      report::write_chain(json, view);
    });
    return kSuccess;
  }
  session.out << report::chain_report(view, style_of(session));
  return kSuccess;
}

}  // namespace

const Command& chain_command() {
  static const Command kCommand{
      .name = "chain",
      .summary = "print through whose hands one quotation came",
      .operands = "ID",
      .description =
          "Prints the chain of one quotation from the speaker to the outlet: each link with its "
          "role, its place in the text and the words that hedge it, the lines of the text in which "
          "they stand, and where the page's bytes are kept.",
      .options = {archive_option(), format_option("text|json")},
      .examples = {{"dixit chain 3f2a91c0", "The beginning of an ID is enough."}},
      .run = run_chain};
  return kCommand;
}

}  // namespace dixit::cli
