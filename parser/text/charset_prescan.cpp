#include "parser/text/charset_prescan.h"

#include <algorithm>
#include <set>

#include "parser/text/ascii.h"
#include "parser/text/encoding_labels.h"

namespace dixit::parser {
namespace {

// Heads with long inlined scripts push the meta down; beyond this nobody puts one.
constexpr std::size_t kPrescanBytesMax = 32u << 10;

// An XML declaration is a line.
constexpr std::size_t kDeclarationBytesMax = 1024;

struct Attribute {
  std::string name;
  std::string value;
};

// "algorithm for extracting a character encoding from a meta element"
std::optional<std::string> charset_in_content(std::string_view content) {
  const std::string lower = ascii_lowercase(content);
  std::size_t position = 0;
  while ((position = lower.find("charset", position)) != std::string::npos) {
    position += 7;
    while (position < lower.size() && is_ascii_space(lower[position])) ++position;
    if (position >= lower.size() || lower[position] != '=') continue;
    ++position;
    while (position < lower.size() && is_ascii_space(lower[position])) ++position;
    if (position >= lower.size()) return std::nullopt;
    const char quote = lower[position];
    if (quote == '"' || quote == '\'') {
      const std::size_t close = lower.find(quote, position + 1);
      if (close == std::string::npos) return std::nullopt;
      return lower.substr(position + 1, close - position - 1);
    }
    const std::size_t end = std::min(lower.find_first_of("; \t\n\f\r", position), lower.size());
    return lower.substr(position, end - position);
  }
  return std::nullopt;
}

class Prescanner {
 public:
  explicit Prescanner(std::string_view bytes) : bytes_(bytes) {}

  std::optional<std::string> scan() {
    while (position_ < bytes_.size()) {
      position_ = std::min(bytes_.find('<', position_), bytes_.size());
      const std::string_view here = bytes_.substr(position_);
      if (here.starts_with("<!--")) {
        // "<!-->" is a comment of its own: the closing dashes may be the opening ones.
        skip_past("-->", position_ + 2);
      } else if (is_meta(here)) {
        position_ += 5;
        if (auto label = read_meta()) return label;
      } else if (is_tag(here)) {
        skip_tag();
      } else if (here.starts_with("<!") || here.starts_with("</") || here.starts_with("<?")) {
        skip_past(">", position_);
      } else {
        ++position_;
      }
    }
    return std::nullopt;
  }

 private:
  static bool is_meta(std::string_view here) {
    return here.size() > 5 && starts_with_ignoring_ascii_case(here, "<meta") &&
           (is_ascii_space(here[5]) || here[5] == '/');
  }

  static bool is_tag(std::string_view here) {
    return (here.size() > 1 && is_ascii_alpha(here[1])) ||
           (here.size() > 2 && here[1] == '/' && is_ascii_alpha(here[2]));
  }

  void skip_past(std::string_view end, std::size_t from) {
    const std::size_t found = bytes_.find(end, from);
    position_ = found == std::string_view::npos ? bytes_.size() : found + end.size();
  }

  void skip_tag() {
    position_ = std::min(bytes_.find_first_of(" \t\n\f\r>", position_), bytes_.size());
    while (read_attribute()) {
    }
    if (position_ < bytes_.size()) ++position_;
  }

  std::optional<std::string> read_meta() {
    std::set<std::string> seen;
    bool is_content_type = false;
    bool needs_pragma = false;
    std::optional<std::string> label;
    while (const auto attribute = read_attribute()) {
      if (!seen.insert(attribute->name).second) continue;
      if (attribute->name == "http-equiv") {
        is_content_type = attribute->value == "content-type";
      } else if (attribute->name == "content" && !label) {
        label = charset_in_content(attribute->value);
        needs_pragma = label.has_value();
      } else if (attribute->name == "charset") {
        label = attribute->value;
        needs_pragma = false;
      }
    }
    if (!label || (needs_pragma && !is_content_type)) return std::nullopt;
    return find_encoding(*label) != nullptr ? label : std::nullopt;
  }

  // https://html.spec.whatwg.org/#concept-get-attributes-when-sniffing
  std::optional<Attribute> read_attribute() {
    while (!at_end() && (is_ascii_space(here()) || here() == '/')) ++position_;
    if (at_end() || here() == '>') return std::nullopt;
    Attribute attribute;
    while (!at_end() && !is_ascii_space(here()) && here() != '/' && here() != '>' &&
           (here() != '=' || attribute.name.empty())) {
      attribute.name += ascii_lower(here());
      ++position_;
    }
    const std::size_t after_name = position_;
    while (!at_end() && is_ascii_space(here())) ++position_;
    if (at_end() || here() != '=') {
      position_ = after_name;
      return attribute;
    }
    ++position_;
    while (!at_end() && is_ascii_space(here())) ++position_;
    attribute.value = read_value();
    return attribute;
  }

  std::string read_value() {
    if (at_end()) return "";
    const char quote = here();
    if (quote == '"' || quote == '\'') {
      const std::size_t close = std::min(bytes_.find(quote, position_ + 1), bytes_.size());
      const std::string_view value = bytes_.substr(position_ + 1, close - position_ - 1);
      position_ = std::min(close + 1, bytes_.size());
      return ascii_lowercase(value);
    }
    const std::size_t end = std::min(bytes_.find_first_of(" \t\n\f\r>", position_), bytes_.size());
    const std::string_view value = bytes_.substr(position_, end - position_);
    position_ = end;
    return ascii_lowercase(value);
  }

  bool at_end() const { return position_ >= bytes_.size(); }
  char here() const { return bytes_[position_]; }

  std::string_view bytes_;
  std::size_t position_ = 0;
};

}  // namespace

std::optional<std::string> prescan_meta_charset(std::string_view bytes) {
  return Prescanner(bytes.substr(0, kPrescanBytesMax)).scan();
}

std::optional<std::string> xml_declared_charset(std::string_view bytes) {
  bytes = trim_ascii(bytes.substr(0, kDeclarationBytesMax));
  if (!bytes.starts_with("<?xml")) return std::nullopt;
  const std::string_view declaration = bytes.substr(0, bytes.find('>'));
  std::size_t position = declaration.find("encoding");
  if (position == std::string_view::npos) return std::nullopt;
  position = declaration.find_first_not_of(" \t\r\n=", position + 8);
  if (position == std::string_view::npos) return std::nullopt;
  const char quote = declaration[position];
  if (quote != '"' && quote != '\'') return std::nullopt;
  const std::size_t close = declaration.find(quote, position + 1);
  if (close == std::string_view::npos) return std::nullopt;
  return std::string(declaration.substr(position + 1, close - position - 1));
}

}  // namespace dixit::parser
