#include "crawler/ingest.h"

#include <fmt/format.h>

#include "cli/archive_access.h"
#include "cli/commands.h"
#include "cli/crawl_progress.h"
#include "cli/crawl_summary.h"
#include "cli/interrupt.h"
#include "cli/knowledge_files.h"
#include "cli/output.h"
#include "report/counted.h"

namespace dixit::cli {
namespace {

void print_summary(const crawler::IngestSummary& summary, const Arguments& arguments,
                   Session& session) {
  for (const auto& problem : summary.problems) print_error(session, problem);
  if (arguments.get("format") == "json") {
    session.out << json_values("jsonl", 1, [&](report::JsonWriter& json, std::size_t) {
      json.begin_object();
      json.member_number("files", summary.files);
      json.member_number("skipped", summary.skipped);
      write_progress(json, summary.progress);
      json.member_strings("problems", summary.problems);
      json.end_object();
    });
    return;
  }
  const auto& progress = summary.progress;
  session.err << fmt::format("{} read, {} without a page; {} with {}, {} of them.\n",
                             report::counted(summary.files, "file"),
                             report::counted(summary.skipped, "record"),
                             report::counted(progress.documents, "document"),
                             report::counted(progress.quotations, "quotation"),
                             report::counted(progress.threats, "threat"));
}

int exit_code_of(const crawler::IngestSummary& summary) {
  if (summary.stopped) return kInterrupted;
  return summary.problems.empty() ? kSuccess : kFailure;
}

int run_ingest(const Arguments& arguments, Session& session) {
  crawler::IngestOptions options;
  options.paths.assign(arguments.positional().begin(), arguments.positional().end());
  if (options.paths.empty()) return refuse_usage(session, "ingest", "name files or directories");
  options.base_url = arguments.get("base-url");
  options.language = arguments.get("lang");
  options.outlet = arguments.get("outlet");
  const auto knowledge = knowledge_for(arguments, session);
  if (!knowledge) return knowledge.error();
  auto archive = open_for_writing(arguments, session);
  if (!archive) return archive.error();
  const Interrupt interrupt;
  CrawlProgress progress(session);
  const auto summary = crawler::ingest(options, *archive, *knowledge, progress, interrupt.token());
  progress.clear();
  if (!summary) {
    print_error(session, summary.error().context);
    return kFailure;
  }
  print_summary(*summary, arguments, session);
  return exit_code_of(*summary);
}

}  // namespace

const Command& ingest_command() {
  static const Command kCommand{
      .name = "ingest",
      .summary = "take in pages and WARC files that others fetched",
      .operands = "PATH...",
      .description =
          "Archives and reads HTML files, directories of them, and WARC files written by other "
          "crawlers, the same way as fetched pages. A file that cannot be read is named and does "
          "not stop the rest.",
      .options = {archive_option(),
                  {0, "base-url", "URL", "a file below a directory gets this and its path as URL"},
                  {0, "lang", "TAG", "language of the pages (BCP 47), when known"},
                  {0, "outlet", "NAME", "who publishes them, when the pages do not say"},
                  format_option("text|json"),
                  config_option()},
      .examples = {{"dixit ingest crawl.warc.gz", "Every page in the file."},
                   {"dixit ingest --base-url https://gull.example/ saved/",
                    "A directory of saved pages."}},
      .run = run_ingest};
  return kCommand;
}

}  // namespace dixit::cli
