#include <algorithm>

#include "parser/post/embed_kinds.h"
#include "parser/post/post_text.h"
#include "parser/post/post_values.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

bool may_stand_in_handle(char c) { return is_ascii_alphanumeric(c) || c == '_' || c == '.'; }

// The handle stands in brackets at the end of the line that names the author: "Name (@handle)".
void read_author(const Tree& tree, NodeIndex element, PostReading& reading) {
  const std::string text = tree.text(element);
  const std::size_t at = text.rfind("(@");
  if (at == std::string::npos) return;
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at) + 2;
  const auto end = std::find_if_not(begin, text.end(), may_stand_in_handle);
  if (begin == end || end == text.end() || *end != ')') return;
  reading.own.handle = "@" + std::string(begin, end);
  reading.own.profile_url = "https://www.instagram.com/" + std::string(begin, end);
}

}  // namespace

// The quotation's paragraphs are the site's own words and name the author only; a caption, where
// it is shown, is a link to the post with the words.
std::optional<PostReading> read_instagram_embed(const Tree& tree, NodeIndex element) {
  if (!has_class(tree, element, "instagram-media")) return std::nullopt;
  PostReading reading;
  reading.platform = model::PostPlatform::Instagram;
  reading.own.url = bare_address(tree.attribute(element, "data-instgrm-permalink"));
  if (reading.own.url.empty()) return std::nullopt;
  read_author(tree, element, reading);
  const NodeIndex time = tree.find(GUMBO_TAG_TIME, element);
  if (time != kNoNode) {
    reading.published_at =
        post_date(tree.attribute(time, "datetime"), model::DateSource::TimeElement);
  }
  // Versions up to 13 with "captioned" hold the caption as the first paragraph's link.
  const NodeIndex paragraph = tree.find(GUMBO_TAG_P, element);
  const NodeIndex link = paragraph == kNoNode ? kNoNode : tree.find(GUMBO_TAG_A, paragraph);
  const bool is_captioned = tree.has_attribute(element, "data-instgrm-captioned");
  if (is_captioned && link != kNoNode && tree.text(link).find("(@") == std::string::npos) {
    reading.own.paragraphs = read_post_markup(tree, link).paragraphs;
  }
  return reading;
}

}  // namespace dixit::parser
