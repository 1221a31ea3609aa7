#include "crawler/crawl.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <optional>

#include "cli/archive_access.h"
#include "cli/commands.h"
#include "cli/crawl_progress.h"
#include "cli/crawl_summary.h"
#include "cli/files.h"
#include "cli/interrupt.h"
#include "cli/knowledge_files.h"
#include "cli/output.h"
#include "cli/sources_file.h"
#include "cli/version.h"
#include "storage/utc.h"

namespace dixit::cli {
namespace {

constexpr std::size_t kSourcesBytesMax = 16u << 20;  // a hundred thousand sources
constexpr long long kPagesMax = 1'000'000'000;
constexpr long long kDepthMax = 100;
constexpr double kDelaySecondsMax = 86'400;  // as long as a Crawl-delay may be
constexpr long long kHoursMax = 24LL * 366;
constexpr std::string_view kNothingToCrawl =
    "nothing to crawl: name a URL or a file of sources; the archive has nothing waiting";

// A word is a source's URL or, when it ends in ".toml", a file of sources.
tl::expected<std::vector<crawler::Source>, std::string> sources_of(
    const std::vector<std::string>& words) {
  std::vector<crawler::Source> sources;
  for (const auto& word : words) {
    if (!word.ends_with(".toml")) {
      sources.push_back({.url = word});
      continue;
    }
    const auto text = read_file(word, kSourcesBytesMax);
    if (!text) return tl::unexpected(text.error());
    auto listed = read_sources(word, *text);
    if (!listed) return tl::unexpected(listed.error());
    for (auto& source : *listed) sources.push_back(std::move(source));
  }
  return sources;
}

// Seconds, such as "2" or "0.5", as milliseconds.
tl::expected<std::optional<std::int64_t>, UsageError> delay_option(const Arguments& arguments) {
  if (!arguments.has("delay")) return std::nullopt;
  const std::string text = arguments.get("delay");
  double seconds = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, seconds);
  if (error != std::errc() || stopped != end || !(seconds >= 0 && seconds <= kDelaySecondsMax)) {
    return tl::unexpected(UsageError{
        fmt::format("--delay {}: must be seconds, from 0 to {:.0f}", text, kDelaySecondsMax)});
  }
  return static_cast<std::int64_t>(seconds * 1000);
}

tl::expected<crawler::CrawlOptions, UsageError> options_of(const Arguments& arguments,
                                                           Session& session) {
  crawler::CrawlOptions options;
  options.version = kVersion;
  options.contact =
      arguments.has("contact") ? arguments.get("contact") : session.environment("DIXIT_CONTACT");
  options.allow_private = arguments.has("allow-private");
  const auto delay = delay_option(arguments);
  const auto pages = number_option(arguments, "max-pages", 0, 1, kPagesMax);
  const auto depth = number_option(arguments, "max-depth", options.max_depth, 0, kDepthMax);
  const auto revisit = number_option(arguments, "revisit-after", 1, 0, kHoursMax);
  for (const auto* number : {&pages, &depth, &revisit}) {
    if (!*number) return tl::unexpected(number->error());
  }
  if (!delay) return tl::unexpected(delay.error());
  options.delay_ms = *delay;
  options.max_pages = static_cast<std::uint64_t>(*pages);
  options.max_depth = static_cast<int>(*depth);
  options.revisit_after_ms = *revisit * 60 * 60 * 1000;
  return options;
}

int print_crawl_error(Session& session, const crawler::CrawlError& error) {
  using crawler::CrawlErrorCode;
  switch (error.code) {
    case CrawlErrorCode::NothingToDo:
      return refuse_usage(session, "crawl", kNothingToCrawl);
    case CrawlErrorCode::BadSource:
      print_error(session, error.context, "a source is an http or https URL, or a *.toml file");
      return kUsage;
    case CrawlErrorCode::Private:
      print_error(session, error.context, "--allow-private allows them");
      return kUsage;
    case CrawlErrorCode::NoContact:
      print_error(session, error.context,
                  "give --contact with an e-mail address or URL where webmasters reach you");
      return kUsage;
    case CrawlErrorCode::BadContact:
      print_error(session, error.context, "--contact takes an e-mail address or an http(s) URL");
      return kUsage;
    case CrawlErrorCode::Storage:
      print_error(session, error.context, "what was committed before is kept");
      return kFailure;
    case CrawlErrorCode::Network:
      print_error(session, error.context);
      return kFailure;
  }
  return kFailure;
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
  if (options->sources.empty() &&
      !std::filesystem::exists(archive_directory(arguments, session), error)) {
    return refuse_usage(session, "crawl", kNothingToCrawl);
  }
  auto archive = open_for_writing(arguments, session);
  if (!archive) return archive.error();
  const Interrupt interrupt;
  CrawlProgress progress(session);
  const auto summary = crawler::crawl(*options, *archive, *knowledge, progress, interrupt.token());
  progress.clear();
  if (!summary) return print_crawl_error(session, summary.error());
  print_summary(*summary, arguments, session);
  return exit_code_of(*summary);
}

}  // namespace

const Command& crawl_command() {
  static const Command kCommand{
      .name = "crawl",
      .summary = "fetch pages politely into the archive",
      .operands = "[URL|SOURCES.toml...]",
      .description =
          "Fetches the pages behind each source (a page, feed or sitemap, or a TOML file that "
          "lists "
          "them) and what they link to within their site, one request at a time for each host, as "
          "robots.txt allows. Ctrl-C ends it in good order; without a source it goes on where the "
          "last crawl ended.",
      .options = {archive_option(),
                  {0, "contact", "WHO",
                   "e-mail address or URL, sent to every server; else "
                   "DIXIT_CONTACT; needed for public hosts"},
                  {0, "max-pages", "N", "end after so many pages"},
                  {0, "max-depth", "N", "follow links so far from a source (8)"},
                  {0, "delay", "SECONDS",
                   "between requests to a host (5); never below 1 but on loopback"},
                  {0, "revisit-after", "HOURS", "fetch a source again when it is older (1)"},
                  {0, "allow-private", "", "fetch from loopback and private networks"},
                  format_option("text|json"),
                  config_option()},
      .examples = {{"dixit crawl --contact me@example.org https://gull.example/feed.xml",
                    "One feed and what it lists."},
                   {"dixit crawl sources.toml --max-pages 500", "Many sources, for a while."},
                   {"dixit crawl", "Goes on with what waits."}},
      .run = run_crawl};
  return kCommand;
}

}  // namespace dixit::cli
