#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <thread>
#include <tuple>
#include <utility>

#include "cli/archive_access.h"
#include "cli/commands.h"
#include "cli/crawl_progress.h"
#include "cli/crawl_summary.h"
#include "cli/interrupt.h"
#include "cli/knowledge_files.h"
#include "cli/output.h"
#include "cli/press/outlets.h"
#include "cli/press/pages.h"
#include "cli/press/press.h"
#include "cli/utterances.h"
#include "crawler/crawl.h"
#include "report/chain.h"
#include "report/chain_links.h"
#include "report/timeline.h"
#include "report/timeline_table.h"
#include "storage/archive.h"

namespace dixit::cli {
namespace {

namespace fs = std::filesystem;

// Polite enough to be seen, quick enough to be watched.
constexpr std::int64_t kDelayMs = 200;
constexpr auto kSignalPoll = std::chrono::milliseconds(100);

void say(Session& session, std::string_view text) { session.err << text << "\n" << std::flush; }

// The command line with the archive that the demo fills: the directory asked for, or a new one
// among the temporary files. Either way it must hold nothing yet.
tl::expected<Arguments, std::string> with_fresh_archive(Arguments arguments) {
  std::error_code error;
  if (!arguments.has("archive")) {
    std::string directory = (fs::temp_directory_path(error) / "dixit-demo-XXXXXX").string();
    if (mkdtemp(directory.data()) == nullptr) {
      return tl::unexpected(fmt::format("{}: cannot create a directory", directory));
    }
    arguments.set("archive", directory);
  } else if (const fs::path directory = arguments.get("archive");
             fs::exists(directory, error) && !fs::is_empty(directory, error)) {
    return tl::unexpected(fmt::format("{}: not empty", directory.string()));
  }
  return arguments;
}

tl::expected<crawler::CrawlSummary, std::string> crawl_press(const Press& press,
                                                             storage::Archive& archive,
                                                             const parser::Knowledge& knowledge,
                                                             Session& session,
                                                             const crawler::StopToken& stop) {
  crawler::CrawlOptions options;
  for (const std::string& url : press.front_pages()) options.sources.push_back({.url = url});
  options.delay_ms = kDelayMs;
  options.allow_private = true;
  CrawlProgress progress(session);
  auto summary = crawler::crawl(options, archive, knowledge, progress, stop);
  if (!summary) return tl::unexpected(summary.error().context);
  return *std::move(summary);
}

// How much a telling shows of what a chain is: whether it gives the words themselves and hedges
// them, and through how many hands that Dixit knows they came.
auto worth_of(const report::Telling& telling) {
  const model::Quotation& quotation = telling.row.quotation;
  std::set<std::string> known;
  for (const model::Hop& link : report::chain_links(telling.row)) {
    if (!link.entity.empty()) known.insert(link.entity);
  }
  return std::tuple(quotation.form == model::QuotationForm::Direct, known.size(),
                    quotation.evidential != model::Evidential::Asserted);
}

// The telling that shows best what a chain is, of the utterance most told of; the earliest of
// several. Requires: there are entries.
const storage::QuotationRow& telling_to_show(const std::vector<report::TimelineEntry>& entries) {
  const auto most_told = std::ranges::max_element(
      entries, {}, [](const report::TimelineEntry& entry) { return entry.tellings.size(); });
  return std::ranges::max_element(most_told->tellings, {}, worth_of)->row;
}

void show_chain(const storage::Archive& archive, const storage::QuotationRow& row,
                Session& session) {
  const report::ChainView view{.row = row,
                               .document = archive.document(row.document_id),
                               .capture = archive.capture(row.capture_id),
                               .cluster = archive.cluster(row.cluster_id)};
  session.out << report::chain_report(view, style_of(session)) << "\n" << std::flush;
}

int show_archive(const storage::Archive& archive, Arguments arguments, Session& session) {
  const auto timeline = report::build_timeline(archive, {.threats_only = true});
  if (!timeline) return print_storage_error(session, timeline.error());
  if (timeline->empty()) return nothing_found(session);
  const auto& entries = timeline->entries;
  say(session, "The timeline of threats, each once, however many outlets tell of it:\n");
  session.out << report::timeline_table(entries, style_of(session)) << "\n" << std::flush;
  say(session, "How the one most told of reached the readers of one outlet:\n");
  show_chain(archive, telling_to_show(entries), session);

  const std::string directory = arguments.get("archive");
  arguments.set("output", (fs::path(directory) / "timeline.html").string());
  const int code = deliver(arguments, session, timeline_page(*timeline, {}));
  if (code == kSuccess) {
    say(session, fmt::format("The timeline as a page: {}\n"
                             "Look further:           {} search --archive {} --text offices",
                             arguments.get("output"), session.program, directory));
  }
  return code;
}

void serve_until_stopped(const Press& press, Session& session, const crawler::StopToken& stop) {
  say(session, "\nThe press stays open until Ctrl-C:");
  for (const Outlet& outlet : kOutlets) {
    say(session, fmt::format("  {}/  {}", press.origin(outlet.key), outlet.name));
  }
  while (!stop.requested()) std::this_thread::sleep_for(kSignalPoll);
}

int run_demo(const Arguments& given, Session& session) {
  const auto arguments = with_fresh_archive(given);
  if (!arguments) {
    print_error(session, arguments.error(), "the demo fills a new directory");
    return kNoArchive;
  }
  const auto knowledge = knowledge_for(*arguments, session, press_entities().text);
  if (!knowledge) return knowledge.error();
  auto archive = open_for_writing(*arguments, session);
  if (!archive) return archive.error();
  const auto press = Press::open();
  if (!press) {
    print_error(session, press.error().context,
                "the demo needs the loopback addresses 127.0.0.2 to 127.0.0.7, as Linux has them");
    return kFailure;
  }
  say(session, fmt::format("{} invented outlets are open on 127.0.0.2 to 127.0.0.7, port {}.\n"
                           "Crawling them into {}, one request at a time for each, {} ms apart.",
                           kOutlets.size(), press->port(), arguments->get("archive"), kDelayMs));
  const Interrupt interrupt;
  const auto summary = crawl_press(*press, *archive, *knowledge, session, interrupt.token());
  if (!summary) {
    print_error(session, summary.error());
    return kFailure;
  }
  say(session, summary_text(summary->progress));
  if (interrupt.token().requested()) return kInterrupted;
  const int code = show_archive(*archive, *arguments, session);
  if (arguments->has("keep-serving")) serve_until_stopped(*press, session, interrupt.token());
  return code;
}

}  // namespace

const Command& demo_command() {
  static const Command kCommand{
      .name = "demo",
      .summary = "crawl a small invented press and show what was found",
      .operands = "",
      .description =
          "Opens six invented news outlets on loopback addresses, crawls them politely into a "
          "fresh "
          "archive, and prints the timeline of threats and one attribution chain. Nothing leaves "
          "this machine. Ends with 4 when the directory for the archive is not empty.",
      .options = {{0, "archive", "DIR", "fill this directory instead of a new temporary one"},
                  {0, "keep-serving", "", "leave the outlets open until Ctrl-C, for a browser"}},
      .examples = {{"dixit demo", "See what Dixit does, in a few seconds."},
                   {"dixit demo --archive /tmp/press --keep-serving",
                    "Keep the archive there and look at the pages behind it."}},
      .run = run_demo};
  return kCommand;
}

}  // namespace dixit::cli
