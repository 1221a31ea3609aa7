#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include "cli/commands.h"
#include "cli/inspect_kinds.h"
#include "cli/knowledge_files.h"
#include "cli/lines.h"
#include "cli/output.h"

namespace dixit::cli {
namespace {

struct InspectKind {
  std::string_view name;
  std::string_view operand_field;  // what an operand is in a request
  std::string_view options;        // of kPassedOptions, those that say something to it
  Inspector inspect;
};

constexpr std::array kKinds{InspectKind{"robots", "path", "url agent", inspect_robots},
                            InspectKind{"url", "in", "base", inspect_url},
                            InspectKind{"feed", "path", "url content-type", inspect_feed},
                            InspectKind{"sitemap", "path", "url", inspect_sitemap},
                            InspectKind{"warc", "path", "", inspect_warc},
                            InspectKind{"page", "path", "url lang content-type", inspect_page}};

// Options that go into a request: what they are called here and there.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kPassedOptions{
    {{"url", "url"},
     {"base", "base"},
     {"agent", "agent"},
     {"lang", "lang"},
     {"content-type", "content_type"}}};

std::string error_line(const InspectRequest& request, std::string_view error) {
  report::JsonWriter json;
  json.begin_object();
  json.key(request.id_key);
  json.raw(request.id);
  json.member("error", error);
  json.end_object();
  return std::string(json.text());
}

tl::expected<InspectAnswer, std::string> ask(const InspectKind& kind, const InspectRequest& request,
                                             const parser::Knowledge& knowledge) {
  try {
    return kind.inspect(request, knowledge);
  } catch (const std::exception& error) {
    return tl::unexpected(fmt::format("a library failed: {}", error.what()));
  }
}

// Whether `option` is one of the kind's own.
bool takes(const InspectKind& kind, std::string_view option) {
  const std::string_view options = kind.options;
  for (std::size_t at = 0; at < options.size();) {
    const std::size_t end = std::min(options.find(' ', at), options.size());
    if (options.substr(at, end - at) == option) return true;
    at = end + 1;
  }
  return false;
}

// Puts what the options say where the request says nothing.
void add_options(const Arguments& arguments, InspectRequest& request) {
  for (const auto& [option, field] : kPassedOptions) {
    if (std::string value = arguments.get(option); !value.empty())
      request.fields.emplace(field, std::move(value));
  }
}

// What is wrong with the options for this kind, "" for nothing.
std::string problem_of_options(const InspectKind& kind, const Arguments& arguments) {
  for (const auto& [option, field] : kPassedOptions) {
    if (arguments.has(option) && !takes(kind, option)) {
      return fmt::format("--{} says nothing about {}", option, kind.name);
    }
  }
  const auto url = url_option(arguments);
  return url ? "" : url.error().message;
}

std::string answer_line(const InspectKind& kind, const Arguments& arguments, const Line& line,
                        const parser::Knowledge& knowledge) {
  if (line.truncated) {
    return error_line({}, fmt::format("line longer than {} bytes", kLineBytesMax));
  }
  auto request = parse_inspect_request(line.text);
  if (!request) return error_line({}, request.error());
  add_options(arguments, *request);
  const auto answer = ask(kind, *request, knowledge);
  if (!answer) return error_line(*request, answer.error());
  report::JsonWriter json;
  json.begin_object();
  json.key(request->id_key);
  json.raw(request->id);
  answer->write(json);
  json.end_object();
  return std::string(json.text());
}

int run_batch(const InspectKind& kind, const Arguments& arguments,
              const parser::Knowledge& knowledge, Session& session) {
  while (const auto line = next_line(session.in)) {
    if (line->text.empty()) continue;
    session.out << answer_line(kind, arguments, *line, knowledge) << '\n' << std::flush;
    if (!session.out.good()) break;
  }
  return kSuccess;
}

int run_operands(const InspectKind& kind, const Arguments& arguments,
                 const parser::Knowledge& knowledge, Session& session) {
  int code = kSuccess;
  const auto& operands = arguments.positional();
  for (std::size_t i = 1; i < operands.size(); ++i) {
    InspectRequest request;
    request.fields[std::string(kind.operand_field)] = operands[i];
    add_options(arguments, request);
    if (const auto answer = ask(kind, request, knowledge)) {
      session.out << answer->text(style_of(session));
    } else {
      print_error(session, answer.error());
      code = kFailure;
    }
  }
  return code;
}

int run_inspect(const Arguments& arguments, Session& session) {
  const auto& operands = arguments.positional();
  if (operands.empty()) {
    return refuse_usage(session, "inspect",
                        "say what to look at: robots, url, feed, sitemap, warc or page");
  }
  const auto kind = std::ranges::find(kKinds, operands.front(), &InspectKind::name);
  if (kind == kKinds.end()) {
    return refuse_usage(
        session, "inspect",
        fmt::format("\"{}\" must be robots, url, feed, sitemap, warc or page", operands.front()));
  }
  const bool batch = arguments.has("jsonl");
  if (batch != (operands.size() == 1)) {
    return refuse_usage(session, "inspect",
                        batch ? "--jsonl reads standard input and takes no further operand"
                              : "name what to look at, or give --jsonl");
  }
  if (const auto problem = problem_of_options(*kind, arguments); !problem.empty()) {
    return refuse_usage(session, "inspect", problem);
  }
  const auto knowledge = knowledge_for(arguments, session);
  if (!knowledge) return knowledge.error();
  return batch ? run_batch(*kind, arguments, *knowledge, session)
               : run_operands(*kind, arguments, *knowledge, session);
}

}  // namespace

const Command& inspect_command() {
  static const Command kCommand{
      .name = "inspect",
      .summary = "show what Dixit makes of a robots.txt, URL, feed, sitemap, WARC file or page",
      .operands = "KIND [FILE|URL...]",
      .description =
          "Looks inside one thing (KIND is robots, url, feed, sitemap, warc or page) and says why: "
          "whether robots.txt allows a URL and by which line; "
          "a URL's canonical form or why it is refused; the entries of a feed or sitemap; a WARC "
          "file's records and what is wrong with them; a page's metadata, article blocks, links, "
          "and what was left out by which rule. With --jsonl it answers a batch, a line for a "
          "line, by the \"id\" or \"name\" of each request; the options hold for requests that say "
          "nothing.",
      .options = {{0, "jsonl", "", "batch: requests on standard input, answers on standard output"},
                  {0, "url", "URL", "robots: the URL in question; else where the FILE came from"},
                  {0, "agent", "NAME", "robots: the product token that asks (Dixit)"},
                  {0, "base", "URL", "url: what relative ones are resolved against"},
                  {0, "lang", "TAG", "page: its language (BCP 47), when known"},
                  {0, "content-type", "TYPE", "feed, page: the Content-Type header"},
                  config_option()},
      .examples = {{"dixit inspect robots robots.txt --url https://gull.example/private/",
                    "Whether Dixit may fetch it, and by which line."},
                   {"dixit inspect warc archive/warc/*.warc.gz", "Every record, checked."},
                   {"dixit inspect page article.html", "Blocks kept and parts left out."}},
      .run = run_inspect};
  return kCommand;
}

}  // namespace dixit::cli
