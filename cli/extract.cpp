#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <thread>

#include "cli/commands.h"
#include "cli/extract_batch.h"
#include "cli/extract_input.h"
#include "cli/knowledge_files.h"
#include "cli/page_explanation.h"
#include "parser/reader.h"
#include "parser/text/utf8.h"
#include "report/reading.h"

namespace dixit::cli {
namespace {

// More threads than this wait for one another at the reading and writing ends.
constexpr long long kJobsMax = 64;

std::string read_all(std::istream& in, std::size_t bytes_max) {
  std::string bytes(bytes_max, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes_max));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

// What begins with a tag is a page, everything else a text.
bool looks_like_html(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && bytes[first] == '<';
}

bool looks_like_json(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

tl::expected<Extraction, std::string> extract_stdin(const parser::Knowledge& knowledge,
                                                    Session& session, const ExtractHints& hints) {
  const std::string bytes = read_all(session.in, parser::kPageBytesMax + 1);
  if (looks_like_html(bytes)) return extract_html(knowledge, bytes, "", hints);
  if (looks_like_json(bytes)) {
    if (auto posts = extract_posts(knowledge, bytes, "", hints)) return *std::move(posts);
  }
  return extract_text(knowledge, parser::replace_invalid_utf8(bytes), hints);
}

// What a page's text was read from, printed; texts have nothing left out.
tl::expected<std::string, std::string> explain(const parser::Knowledge& knowledge,
                                               const std::string& path, const ExtractHints& hints,
                                               const report::Style& style) {
  if (path == "-" || is_text_path(path)) {
    return tl::unexpected(path + ": only a page in a file can be explained");
  }
  const auto page = extract_page(knowledge, path, hints);
  if (!page) return tl::unexpected(page.error());
  return page_explanation(*page, style);
}

// A payload of many posts has no words of its own.
std::string printed(const Extraction& extraction, const report::Style& style) {
  const bool is_list = extraction.document.text.empty() && !extraction.posts.empty();
  std::string out = is_list ? std::string() : report::reading(extraction.document, style);
  for (const model::Document& post : extraction.posts) {
    if (!out.empty()) out += '\n';
    out += report::reading(post, style);
  }
  return out;
}

tl::expected<std::string, std::string> read_for_people(const parser::Knowledge& knowledge,
                                                       const std::string& path, Session& session,
                                                       const ExtractHints& hints,
                                                       const report::Style& style) {
  const auto extraction =
      path == "-" ? extract_stdin(knowledge, session, hints) : extract_file(knowledge, path, hints);
  if (!extraction) return tl::unexpected(extraction.error());
  return printed(*extraction, style);
}

int extract_for_people(const parser::Knowledge& knowledge, const Arguments& arguments,
                       const ExtractHints& hints, Session& session) {
  const report::Style style{session.terminal.colour, session.terminal.columns};
  int code = kSuccess;
  for (const auto& path : arguments.positional()) {
    const auto answer = arguments.has("explain")
                            ? explain(knowledge, path, hints, style)
                            : read_for_people(knowledge, path, session, hints, style);
    if (!answer) {
      print_error(session, answer.error());
      code = kFailure;
      continue;
    }
    session.out << *answer << std::flush;
  }
  return code;
}

int run_extract(const Arguments& arguments, Session& session) {
  const auto cores = static_cast<long long>(std::max(1U, std::thread::hardware_concurrency()));
  const auto jobs = number_option(arguments, "jobs", std::min(cores, kJobsMax), 1, kJobsMax);
  if (!jobs) return refuse_usage(session, "extract", jobs.error().message);
  const bool batch = arguments.has("jsonl");
  if (batch && !arguments.positional().empty()) {
    return refuse_usage(session, "extract", "--jsonl reads standard input and takes no FILE");
  }
  if (batch && arguments.has("explain")) {
    return refuse_usage(session, "extract", "--explain is for people; --jsonl answers programs");
  }
  if (!batch && arguments.positional().empty()) {
    return refuse_usage(session, "extract", "name a FILE, or - for standard input");
  }
  const auto url = url_option(arguments);
  if (!url) return refuse_usage(session, "extract", url.error().message);
  const auto knowledge = knowledge_for(arguments, session);
  if (!knowledge) return knowledge.error();
  const std::string language = arguments.get("lang");
  ExtractHints hints;
  hints.url = *url;
  hints.language = language;
  if (batch) return run_extract_batch(*knowledge, hints, static_cast<std::size_t>(*jobs), session);
  return extract_for_people(*knowledge, arguments, hints, session);
}

}  // namespace

const Command& extract_command() {
  static const Command kCommand{
      .name = "extract",
      .summary = "show what Dixit reads in pages or texts, without an archive",
      .operands = "[FILE...]",
      .description =
          "Reads each FILE (HTML, or public posts as JSON, preview page or feed; plain or gzip; "
          "*.txt is a text whose blank lines part paragraphs; - is standard input) and prints the "
          "article's header and every quotation with its source, chain and threat; with --explain, "
          "what of a page was kept as its text and what was left out, each with its reason. With "
          "--jsonl it reads one request a line from "
          "standard input, {\"id\", \"path\"|\"html\"|\"text\", \"url\"?, \"lang\"?, \"title\"?, "
          "\"published\"?}, and answers each with one line, in order; a line that cannot be read, "
          "or whose \"url\" is no absolute URL, is answered with {\"id\", \"error\"}. \"title\" "
          "and \"published\" are used where a page "
          "states none.",
      .options = {{0, "jsonl", "", "batch: requests on standard input, answers on standard output"},
                  {0, "explain", "", "show what of each page was kept, what left out, and why"},
                  {0, "url", "URL", "where the FILE was published, or a request that names none"},
                  {0, "lang", "TAG", "its language (BCP 47), when known; or a request's"},
                  {'j', "jobs", "N", "threads of a batch; as many as there are cores"},
                  config_option()},
      .examples = {{"dixit extract article.txt", "Prints what is said in it, by whom."},
                   {"dixit extract --explain page.html", "Prints its text and what was left out."},
                   {"echo '{\"id\":1,\"path\":\"page.html\"}' | dixit extract --jsonl",
                    "The same as data."}},
      .run = run_extract};
  return kCommand;
}

}  // namespace dixit::cli
