#include "cli/extract_input.h"

#include <fmt/format.h>

#include <optional>

#include "cli/files.h"
#include "parser/reader.h"
#include "parser/text/date.h"
#include "parser/text/utf8.h"

namespace dixit::cli {
namespace {

// Texts are held to the size of pages: the parser's time grows with both.
constexpr std::size_t kTextBytesMax = parser::kPageBytesMax;

// What cannot be read as a date is nothing: the answer's own date says so.
std::optional<model::PublishedAt> published_of(const ExtractHints& hints) {
  const auto date = parser::parse_machine_date(hints.published);
  if (!date) return std::nullopt;
  return parser::to_published_at(*date, model::DateSource::Given);
}

parser::Page read_html(const parser::Knowledge& knowledge, std::string_view bytes,
                       std::string_view content_type, const ExtractHints& hints) {
  parser::PageInput input;
  input.bytes = bytes;
  input.url = hints.url;
  input.content_type = content_type;
  input.language_hint = hints.language;
  input.title_hint = hints.title;
  input.published_hint = published_of(hints);
  return parser::read_page(knowledge, input);
}

}  // namespace

bool is_text_path(std::string_view path) {
  return path.ends_with(".txt") || path.ends_with(".txt.gz");
}

tl::expected<model::Document, std::string> extract_html(const parser::Knowledge& knowledge,
                                                        std::string_view bytes,
                                                        std::string_view content_type,
                                                        const ExtractHints& hints) {
  return read_html(knowledge, bytes, content_type, hints).document;
}

tl::expected<model::Document, std::string> extract_text(const parser::Knowledge& knowledge,
                                                        std::string_view text,
                                                        const ExtractHints& hints) {
  if (text.size() > kTextBytesMax) {
    return tl::unexpected(fmt::format("the text has more than {} bytes", kTextBytesMax));
  }
  parser::TextInput input;
  input.text = text;
  input.url = hints.url;
  input.title = hints.title;
  input.language_hint = hints.language;
  input.published = published_of(hints);
  return parser::read_text(knowledge, input);
}

tl::expected<parser::Page, std::string> extract_page(const parser::Knowledge& knowledge,
                                                     const std::string& path,
                                                     const ExtractHints& hints) {
  const auto bytes = read_file(path, parser::kPageBytesMax + 1);
  if (!bytes) return tl::unexpected(bytes.error());
  return read_html(knowledge, *bytes, "", hints);
}

tl::expected<model::Document, std::string> extract_file(const parser::Knowledge& knowledge,
                                                        const std::string& path,
                                                        const ExtractHints& hints) {
  // One byte beyond the limit, so that what reads the bytes sees that there was more.
  const auto bytes = read_file(path, parser::kPageBytesMax + 1);
  if (!bytes) return tl::unexpected(bytes.error());
  if (is_text_path(path)) {
    return extract_text(knowledge, parser::replace_invalid_utf8(*bytes), hints);
  }
  return extract_html(knowledge, *bytes, "", hints);
}

}  // namespace dixit::cli
