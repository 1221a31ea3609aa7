#include "parser/feed/feed_text.h"

#include "parser/feed/character_references.h"
#include "parser/feed/feed_markup.h"
#include "parser/text/ascii.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

constexpr std::string_view kXhtml = "application/xhtml+xml";

// RFC 4287 section 4.1.3.3: content of a media type that is neither text nor XML is base64.
bool is_base64(const pugi::xml_node& element, std::string_view type) {
  if (attribute_value(element, "mode") == "base64") return true;
  return !type.empty() && !type.starts_with("text/") && !type.ends_with("+xml") &&
         !type.ends_with("/xml");
}

bool is_div(const pugi::xml_node& node) {
  return node.type() == pugi::node_element &&
         equals_ignoring_ascii_case(split_name(node.name()).local, "div");
}

// Some tools wrap escaped markup into a div of their own; the wrapper says nothing.
bool has_only_a_wrapper(const pugi::xml_node& element) {
  for (const pugi::xml_node& child : element) {
    if (child.type() != pugi::node_element) continue;
    if (!is_div(child) || has_child_elements(child)) return false;
  }
  return true;
}

// The markup inside the one div that RFC 4287 section 3.1.1.3 demands around XHTML.
std::string without_wrapper(std::string markup) {
  constexpr std::string_view kOpen = "<div>";
  constexpr std::string_view kClose = "</div>";
  const std::string_view trimmed = trim_ascii(markup);
  if (!trimmed.starts_with(kOpen) || !trimmed.ends_with(kClose)) return markup;
  std::string_view inside = trimmed;
  inside.remove_prefix(kOpen.size());
  inside.remove_suffix(kClose.size());
  // "<div>a</div><div>b</div>" is not one wrapper.
  int depth = 0;
  for (std::size_t at = inside.find('<'); at != std::string_view::npos;
       at = inside.find('<', at + 1)) {
    if (inside.substr(at).starts_with("<div")) ++depth;
    if (inside.substr(at).starts_with(kClose) && --depth < 0) return markup;
  }
  return std::string(inside);
}

}  // namespace

std::string media_type_of_text(std::string_view type) {
  std::string lower = ascii_lowercase(trim_ascii(type));
  if (lower == "text" || lower == "plain") return "text/plain";
  if (lower == "html") return "text/html";
  if (lower == "xhtml") return std::string(kXhtml);
  return lower;
}

bool is_markup_type(std::string_view type) { return type == "text/html" || type == kXhtml; }

FeedText read_feed_text(const pugi::xml_node& element, const TextSetting& setting,
                        const std::vector<NamespaceBinding>& bindings) {
  FeedText text;
  const std::string_view type = attribute_value(element, "type");
  text.type = media_type_of_text(type.empty() ? setting.default_type : type);
  text.base = setting.base;
  text.language = setting.language;
  const bool base64 = is_base64(element, text.type);
  const bool wrapped_only = text.type != kXhtml && has_only_a_wrapper(element);
  // Inline elements make it XHTML, whatever it claims to be.
  if (!wrapped_only && has_child_elements(element) && !text.type.ends_with("xml")) {
    text.type = kXhtml;
  }
  std::string value = text.type == kXhtml ? markup_inside(element, bindings) : text_inside(element);
  if (text.type == kXhtml && setting.version == "atom10") value = without_wrapper(std::move(value));
  value = trim_ascii(value);
  if (base64) value = replace_invalid_utf8(decode_base64(value));
  const bool may_lie = !setting.version.starts_with("atom") && text.type == "text/plain";
  if (may_lie && looks_like_markup(value)) text.type = "text/html";
  if (is_markup_type(text.type)) value = normalise_markup(value, text.base);
  text.value = without_c1_controls(value);
  return text;
}

}  // namespace dixit::parser
