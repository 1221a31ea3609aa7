#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

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

// What one input says: a page or text with the public posts in it, or a post. Of a payload that
// holds many posts the document has the address alone.
struct Extraction {
  model::Document document;
  std::vector<model::Document> posts;
};

// The posts of a payload that is nothing but posts; nothing when it is something else.
std::optional<Extraction> extract_posts(const parser::Knowledge& knowledge, std::string_view bytes,
                                        std::string_view content_type, const ExtractHints& hints);

// The error of each is a message for the reader.
[[nodiscard]] tl::expected<Extraction, std::string> extract_html(const parser::Knowledge& knowledge,
                                                                 std::string_view bytes,
                                                                 std::string_view content_type,
                                                                 const ExtractHints& hints);
[[nodiscard]] tl::expected<Extraction, std::string> extract_text(const parser::Knowledge& knowledge,
                                                                 std::string_view text,
                                                                 const ExtractHints& hints);

// A file, plain or gzip: *.txt and *.txt.gz are texts, everything else is a page.
[[nodiscard]] tl::expected<Extraction, std::string> extract_file(const parser::Knowledge& knowledge,
                                                                 const std::string& path,
                                                                 const ExtractHints& hints);

bool is_text_path(std::string_view path);

}  // namespace dixit::cli
