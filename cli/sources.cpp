#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "cli/commands.h"
#include "cli/crawl_progress.h"
#include "cli/crawl_settings.h"
#include "cli/interrupt.h"
#include "cli/knowledge_files.h"
#include "cli/output.h"
#include "crawler/source_check.h"
#include "report/row_table.h"
#include "report/table.h"
#include "storage/archive.h"

namespace dixit::cli {
namespace {

namespace fs = std::filesystem;

// A directory of its own for what is fetched, which ends with it.
class Scratch {
 public:
  Scratch() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "dixit-check-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string found_text(const crawler::SourceReading& reading) {
  std::string text = reading.kind.empty() ? "?" : reading.kind;
  std::ranges::replace(text, '_', ' ');
  if (!reading.format.empty()) text += " " + reading.format;
  if (reading.flawed) text += ", flawed";
  return text;
}

void add_row(report::Table& table, const std::string& name, const crawler::CheckedUrl& checked) {
  using report::StyledText;
  using report::Tone;
  const auto& reading = checked.reading;
  StyledText problem;
  problem.add(Tone::Threat, checked.problem);
  if (!checked.remedy.empty()) problem.add(Tone::Faint, "; " + checked.remedy);
  const bool lists = checked.is_good() && reading.kind != "page";
  table.add_row({StyledText().add(name), StyledText().add(found_text(reading)),
                 StyledText().add(lists ? std::to_string(reading.entries) : ""),
                 StyledText().add(reading.newest.empty() ? "" : report::short_date(reading.newest)),
                 StyledText().add(checked.robots), std::move(problem)});
}

std::string table_of(const std::vector<crawler::SourceCheck>& checks, const report::Style& style) {
  report::Table table({{.title = "SOURCE", .width_min = 20},
                       {.title = "FOUND", .width_min = 8},
                       {.title = "ENTRIES", .width_min = 7},
                       {.title = "NEWEST", .width_min = 10, .width_max = 16},
                       {.title = "ROBOTS", .width_min = 8},
                       {.title = "PROBLEM", .width_min = 12}});
  for (const auto& check : checks) {
    const auto& source = check.source;
    add_row(table, source.name.empty() ? source.url : source.name, check.found);
    for (const auto& offer : check.offers) add_row(table, "+ " + offer.url, offer);
  }
  return table.print(style);
}

void write_checked(report::JsonWriter& json, const crawler::CheckedUrl& checked) {
  json.member("url", checked.url);
  json.member_or_null("ends_at", checked.ends_at);
  json.member_or_null("kind", checked.reading.kind);
  json.member_or_null("format", checked.reading.format);
  json.member_number("entries", checked.reading.entries);
  json.member_or_null("newest", checked.reading.newest);
  json.member_boolean("flawed", checked.reading.flawed);
  json.member_or_null("robots", checked.robots);
  json.member_or_null("problem", checked.problem);
  json.member_or_null("remedy", checked.remedy);
}

void write_check(report::JsonWriter& json, const crawler::SourceCheck& check) {
  json.begin_object();
  json.member_or_null("name", check.source.name);
  write_checked(json, check.found);
  json.key("offers");
  json.begin_array();
  for (const auto& offer : check.offers) {
    json.begin_object();
    write_checked(json, offer);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

int print(const std::vector<crawler::SourceCheck>& checks, const Arguments& arguments,
          Session& session) {
  const std::string format = arguments.get("format");
  const bool as_json = format == "json" || format == "jsonl";
  const std::string text = as_json ? json_values(format, checks.size(),
                                                 [&](report::JsonWriter& json, std::size_t i) {
                                                   write_check(json, checks[i]);
                                                 })
                                   : table_of(checks, style_of(session));
  const int code = deliver(arguments, session, text);
  if (code != kSuccess) return code;
  const bool all_good = std::ranges::all_of(
      checks, [](const crawler::SourceCheck& check) { return check.found.is_good(); });
  return all_good ? kSuccess : kFailure;
}

int run_check(const crawler::CrawlOptions& options, const Arguments& arguments, Session& session) {
  const auto knowledge = knowledge_for(arguments, session);
  if (!knowledge) return knowledge.error();
  const Scratch directory;
  auto archive = storage::Archive::open(directory.path(), {.software = "Dixit"});
  if (!archive) {
    print_error(session, archive.error().context, "is the directory for temporary files writable?");
    return kFailure;
  }
  const Interrupt interrupt;
  CrawlProgress progress(session);
  const auto checks =
      crawler::check_sources(options, *archive, *knowledge, progress, interrupt.token());
  progress.clear();
  if (!checks) return print_crawl_error(session, "sources", checks.error());
  if (interrupt.token().requested()) return kInterrupted;
  return print(*checks, arguments, session);
}

int run_sources(const Arguments& arguments, Session& session) {
  const auto& words = arguments.positional();
  if (words.size() < 2 || words.front() != "check") {
    return refuse_usage(session, "sources", "say what to check: dixit sources check FILE|URL...");
  }
  auto options = fetch_settings(arguments, session);
  if (!options) return refuse_usage(session, "sources", options.error().message);
  auto sources = sources_of({words.begin() + 1, words.end()});
  if (!sources) return refuse_usage(session, "sources", sources.error());
  options->sources = std::move(*sources);
  if (options->sources.empty()) {
    print_error(session, fmt::format("{}: lists no source", words.back()),
                "a source is a [[source]] table with a \"url\"");
    return kNothingFound;
  }
  return run_check(*options, arguments, session);
}

std::vector<Option> sources_options() {
  std::vector<Option> options = fetch_options();
  options.insert(options.end(),
                 {format_option("text|json|jsonl"), output_option(), config_option()});
  return options;
}

}  // namespace

const Command& sources_command() {
  static const Command kCommand{
      .name = "sources",
      .summary = "say of each source what is there: feed, sitemap, page, or what is wrong",
      .operands = "check FILE|URL...",
      .description =
          "Asks every source of a TOML or OPML file once, as politely as a crawl, and says what it "
          "found there: the kind of feed or sitemap, how much it lists, how new the newest is, "
          "what "
          "robots.txt says, and what to do where something is wrong. Below a page stand the feeds "
          "and sitemaps that it names or keeps at usual places. Nothing is archived, and no "
          "archive "
          "is read: what a host asked of a crawl, to wait or to stay away, is heard anew. Ends "
          "with "
          "0 when every source can be used, with 1 when one cannot, with 3 when the file lists "
          "none.",
      .options = sources_options(),
      .examples = {{"dixit sources check sources.toml --contact me@example.org",
                    "A table with a row for each source."},
                   {"dixit sources check subscriptions.opml --format jsonl", "The same as data."}},
      .run = run_sources};
  return kCommand;
}

}  // namespace dixit::cli
