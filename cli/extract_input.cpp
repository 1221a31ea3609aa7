#include "cli/extract_input.h"

#include <fmt/format.h>

#include <utility>

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

parser::PageInput page_input(std::string_view bytes, std::string_view content_type,
                             const ExtractHints& hints) {
  parser::PageInput input;
  input.bytes = bytes;
  input.url = hints.url;
  input.content_type = content_type;
  input.language_hint = hints.language;
  input.title_hint = hints.title;
  input.published_hint = published_of(hints);
  return input;
}

}  // namespace

bool is_text_path(std::string_view path) {
  return path.ends_with(".txt") || path.ends_with(".txt.gz");
}

std::optional<Extraction> extract_posts(const parser::Knowledge& knowledge, std::string_view bytes,
                                        std::string_view content_type, const ExtractHints& hints) {
  auto posts = parser::read_posts(knowledge, page_input(bytes, content_type, hints));
  if (posts.empty()) return std::nullopt;
  Extraction extraction;
  if (posts.size() == 1) {
    extraction.document = std::move(posts.front());
  } else {
    extraction.document.url = hints.url;
    extraction.document.extractor_version = parser::kExtractorVersion;
    extraction.posts = std::move(posts);
  }
  return extraction;
}

tl::expected<Extraction, std::string> extract_html(const parser::Knowledge& knowledge,
                                                   std::string_view bytes,
                                                   std::string_view content_type,
                                                   const ExtractHints& hints) {
  if (auto posts = extract_posts(knowledge, bytes, content_type, hints)) return *std::move(posts);
  parser::Page page = parser::read_page(knowledge, page_input(bytes, content_type, hints));
  return Extraction{std::move(page.document), std::move(page.posts)};
}

tl::expected<Extraction, std::string> extract_text(const parser::Knowledge& knowledge,
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
  return Extraction{parser::read_text(knowledge, input), {}};
}

tl::expected<parser::Page, std::string> extract_page(const parser::Knowledge& knowledge,
                                                     const std::string& path,
                                                     const ExtractHints& hints) {
  const auto bytes = read_file(path, parser::kPageBytesMax + 1);
  if (!bytes) return tl::unexpected(bytes.error());
  return parser::read_page(knowledge, page_input(*bytes, "", hints));
}

tl::expected<Extraction, std::string> extract_file(const parser::Knowledge& knowledge,
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
