#include "crawler/crawl.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "cli/archive_access.h"
#include "cli/commands.h"
#include "cli/crawl_progress.h"
#include "cli/crawl_settings.h"
#include "cli/crawl_summary.h"
#include "cli/interrupt.h"
#include "cli/knowledge_files.h"
#include "cli/output.h"
#include "storage/utc.h"

namespace dixit::cli {
namespace {

constexpr long long kPagesMax = 1'000'000'000;
constexpr long long kDepthAskedMax = 100;
constexpr long long kHoursMax = 24LL * 366;

tl::expected<crawler::CrawlOptions, UsageError> options_of(const Arguments& arguments,
                                                           Session& session) {
  auto options = fetch_settings(arguments, session);
  if (!options) return options;
  const auto pages = number_option(arguments, "max-pages", 0, 1, kPagesMax);
  const auto depth = number_option(arguments, "max-depth", 0, 0, kDepthAskedMax);
  const auto revisit = number_option(arguments, "revisit-after", 1, 0, kHoursMax);
  for (const auto* number : {&pages, &depth, &revisit}) {
    if (!*number) return tl::unexpected(number->error());
  }
  options->max_pages = static_cast<std::uint64_t>(*pages);
  if (arguments.has("max-depth")) options->max_depth = static_cast<int>(*depth);
  options->revisit_after_ms = *revisit * 60 * 60 * 1000;
  return options;
}

void print_summary(const crawler::CrawlSummary& summary, const Arguments& arguments,
                   Session& session) {
  for (const auto& source : summary.unreachable_sources) print_error(session, source);
  if (arguments.get("format") == "json") {
    session.out << json_values("jsonl", 1, [&](report::JsonWriter& json, std::size_t) {
      json.begin_object();
      json.member("end", name_of(summary.end));
      write_progress(json, summary.progress);
      json.member_strings("unreachable_sources", summary.unreachable_sources);
      json.end_object();
    });
    return;
  }
  session.err << summary_text(summary.progress);
  if (summary.end == crawler::CrawlEnd::Waiting) {
    session.err << fmt::format("{} URLs wait until {}: crawl again then, without a source.\n",
                               summary.progress.queued, storage::iso_utc(summary.next_due_ms));
  } else if (summary.progress.queued > 0) {
    session.err << fmt::format("{} URLs wait: crawl again, without a source, to go on.\n",
                               summary.progress.queued);
  }
}

int exit_code_of(const crawler::CrawlSummary& summary) {
  if (summary.end == crawler::CrawlEnd::Stopped) return kInterrupted;
  const bool reached_nothing = summary.progress.fetched == 0;
  return reached_nothing && !summary.unreachable_sources.empty() ? kFailure : kSuccess;
}

int run_crawl(const Arguments& arguments, Session& session) {
  auto options = options_of(arguments, session);
  if (!options) return refuse_usage(session, "crawl", options.error().message);
  auto sources = sources_of(arguments.positional());
  if (!sources) return refuse_usage(session, "crawl", sources.error());
  options->sources = std::move(*sources);
  const auto knowledge = knowledge_for(arguments, session);
  if (!knowledge) return knowledge.error();
  std::error_code error;
  const auto directory = archive_directory(arguments, session);
  if (options->sources.empty() && directory && !std::filesystem::exists(*directory, error)) {
    return print_crawl_error(session, "crawl", {crawler::CrawlErrorCode::NothingToDo, {}});
  }
  auto archive = open_for_writing(arguments, session);
  if (!archive) return archive.error();
  const Interrupt interrupt;
  CrawlProgress progress(session);
  const auto summary = crawler::crawl(*options, *archive, *knowledge, progress, interrupt.token());
  progress.clear();
  if (!summary) return print_crawl_error(session, "crawl", summary.error());
  print_summary(*summary, arguments, session);
  return exit_code_of(*summary);
}

std::vector<Option> crawl_options() {
  std::vector<Option> options = fetch_options();
  options.insert(options.begin(), archive_option());
  options.insert(
      options.end(),
      {{0, "max-pages", "N", "end after so many pages"},
       {0, "max-depth", "N", "follow links so far from a source (8; kept while URLs wait)"},
       {0, "revisit-after", "HOURS", "fetch a source again when it is older (1)"},
       format_option("text|json"),
       config_option()});
  return options;
}

}  // namespace

const Command& crawl_command() {
  static const Command kCommand{
      .name = "crawl",
      .summary = "fetch pages politely into the archive",
      .operands = "[URL|SOURCES.toml|LIST.opml...]",
      .description =
          "Fetches the pages behind each source (a page, feed or sitemap, or a TOML or OPML "
          "file that lists them) and what they link to within their site, one request at a time "
          "for each host, as "
          "robots.txt allows. Ctrl-C ends it in good order; without a source it goes on where the "
          "last crawl ended, within its sources and depth.",
      .options = crawl_options(),
      .examples = {{"dixit crawl --contact me@example.org https://gull.example/feed.xml",
                    "One feed and what it lists."},
                   {"dixit crawl sources.toml --max-pages 500", "Many sources, for a while."},
                   {"dixit crawl", "Goes on with what waits."}},
      .run = run_crawl};
  return kCommand;
}

}  // namespace dixit::cli
