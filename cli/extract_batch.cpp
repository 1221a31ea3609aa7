#include "cli/extract_batch.h"

#include <fmt/format.h>

#include <cassert>
#include <exception>

#include "cli/exit_codes.h"
#include "cli/extract_request.h"
#include "cli/ordered_work.h"
#include "report/document_json.h"
#include "report/json.h"

namespace dixit::cli {
namespace {

std::string error_line(std::string_view id, std::string_view error) {
  report::JsonWriter json;
  json.begin_object();
  json.key("id");
  json.raw(id);
  json.member("error", error);
  json.end_object();
  return std::string(json.text());
}

tl::expected<Extraction, std::string> read_requested(const parser::Knowledge& knowledge,
                                                     const ExtractRequest& request,
                                                     const ExtractHints& otherwise) {
  ExtractHints hints;
  hints.url = request.url.empty() ? otherwise.url : request.url;
  hints.language = request.lang.empty() ? otherwise.language : request.lang;
  hints.title = request.title.empty() ? otherwise.title : request.title;
  hints.published = request.published.empty() ? otherwise.published : request.published;
  if (request.text) return extract_text(knowledge, *request.text, hints);
  if (request.html) return extract_html(knowledge, *request.html, kDecodedHtml, hints);
  assert(request.path);  // a request without any of the three is answered with an error
  return extract_file(knowledge, std::string(*request.path), hints);
}

std::string answer_request(const parser::Knowledge& knowledge, const std::string& line,
                           const ExtractHints& otherwise) {
  // Its buffers are kept from line to line; a page is parsed into them without being copied.
  thread_local simdjson::dom::parser parser;
  const auto request = read_request(parser, line);
  if (!request) return error_line(request.error().id, request.error().error);
  const auto extraction = read_requested(knowledge, *request, otherwise);
  if (!extraction) return error_line(request->id, extraction.error());
  report::JsonWriter json;
  report::write_document(json, extraction->document, request->id, extraction->posts);
  return std::string(json.text());
}

}  // namespace

std::string answer_extract_line(const parser::Knowledge& knowledge, const Line& line,
                                const ExtractHints& otherwise) {
  if (line.truncated) {
    return error_line("null", fmt::format("line longer than {} bytes", kLineBytesMax));
  }
  try {
    return answer_request(knowledge, line.text, otherwise);
  } catch (const std::exception& error) {
    return error_line("null", fmt::format("a library failed: {}", error.what()));
  }
}

int run_extract_batch(const parser::Knowledge& knowledge, const ExtractHints& otherwise,
                      std::size_t threads, Session& session) {
  OrderedWork work;
  work.next = [&]() -> std::optional<Line> {
    auto line = next_line(session.in);
    while (line && line->text.empty()) line = next_line(session.in);
    return line;
  };
  work.answer = [&](Line&& line) { return answer_extract_line(knowledge, line, otherwise); };
  work.put = [&](const std::string& answer) {
    session.out << answer << '\n' << std::flush;
    return session.out.good();
  };
  run_in_order(work, threads);
  return kSuccess;
}

}  // namespace dixit::cli
