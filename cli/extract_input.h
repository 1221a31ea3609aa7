#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "model/document.h"
#include "parser/knowledge/knowledge.h"
#include "parser/reader.h"

namespace dixit::cli {

// What is known of a page or text besides its bytes; everything may be "". A page's own title and
// date go before those given here; what is no date is not used.
struct ExtractHints {
  std::string_view url;
  std::string_view language;
  std::string_view title;
  std::string_view published;  // in any form that machines write
};

// The content type of HTML that came inside JSON: it is Unicode already, whatever charset its own
// meta element names.
inline constexpr std::string_view kDecodedHtml = "text/html; charset=utf-8";

// The page with what was left out of it.
[[nodiscard]] tl::expected<parser::Page, std::string> extract_page(
    const parser::Knowledge& knowledge, const std::string& path, const ExtractHints& hints);

// The error of each is a message for the reader.
[[nodiscard]] tl::expected<model::Document, std::string> extract_html(
    const parser::Knowledge& knowledge, std::string_view bytes, std::string_view content_type,
    const ExtractHints& hints);
[[nodiscard]] tl::expected<model::Document, std::string> extract_text(
    const parser::Knowledge& knowledge, std::string_view text, const ExtractHints& hints);

// A file, plain or gzip: *.txt and *.txt.gz are texts, everything else is a page.
[[nodiscard]] tl::expected<model::Document, std::string> extract_file(
    const parser::Knowledge& knowledge, const std::string& path, const ExtractHints& hints);

bool is_text_path(std::string_view path);

}  // namespace dixit::cli
