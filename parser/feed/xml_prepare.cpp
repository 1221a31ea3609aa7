#include <map>

#include "parser/feed/character_references.h"
#include "parser/feed/xml_text.h"
#include "parser/text/ascii.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

// Expanding costs memory that the document did not pay for.
constexpr std::size_t kExpansionBytesMax = 1u << 20;

// More different names than HTML has are no names; looking one up costs microseconds.
constexpr std::size_t kEntityNamesMax = 3000;

using Entities = std::map<std::string, std::string, std::less<>>;

bool is_xml_entity(std::string_view name) {
  return name == "lt" || name == "gt" || name == "amp" || name == "quot" || name == "apos";
}

// XML 1.0, production 2, but for U+FFFE and U+FFFF, which do no harm.
bool is_xml_character(char32_t value) {
  if (value < 0x20) return value == '\t' || value == '\n' || value == '\r';
  return value < 0xD800 || value > 0xDFFF;
}

// The strict parser takes NUL for the end of the document, though it stands in the midst of a
// value.
std::string replace_nul(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '\0') {
      append_utf8(out, kReplacementCharacter);
    } else {
      out += c;
    }
  }
  return out;
}

// Reads <!ENTITY name "value"> declarations. External entities are not ours to fetch: they stand
// for nothing. Parameter entities only matter inside declarations.
Entities read_declarations(std::string_view doctype) {
  constexpr std::string_view kKeyword = "<!ENTITY";
  Entities entities;
  std::size_t at = 0;
  while ((at = doctype.find(kKeyword, at)) != std::string_view::npos &&
         entities.size() < kEntityNamesMax) {
    at += kKeyword.size();
    const std::string_view rest = trim_ascii(doctype.substr(at));
    const std::size_t name_end = rest.find_first_of(" \t\r\n");
    if (name_end == std::string_view::npos) break;
    const std::string_view value = trim_ascii(rest.substr(name_end));
    if (rest[0] == '%' || value.empty()) continue;
    const bool is_external = value[0] != '"' && value[0] != '\'';
    const std::size_t close = is_external ? 1 : value.find(value[0], 1);
    if (close == std::string_view::npos) break;
    entities.emplace(rest.substr(0, name_end), value.substr(1, close - 1));
  }
  return entities;
}

// One past the ">" that ends the declaration at the front, with its internal subset.
std::size_t doctype_length(std::string_view text) {
  bool in_subset = false;
  char quote = '\0';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[') {
      in_subset = true;
    } else if (c == ']') {
      in_subset = false;
    } else if (c == '>' && !in_subset) {
      return i + 1;
    }
  }
  return text.size();
}

class Preparer {
 public:
  explicit Preparer(std::string_view text) : text_(text) {}

  PreparedXml prepare() {
    prepared_.text.reserve(text_.size());
    while (position_ < text_.size()) {
      const std::size_t special = std::min(text_.find_first_of("<&", position_), text_.size());
      prepared_.text.append(text_.substr(position_, special - position_));
      position_ = special;
      if (position_ == text_.size()) break;
      if (text_[position_] == '&') {
        expand_reference();
      } else {
        copy_markup();
      }
    }
    return std::move(prepared_);
  }

 private:
  void copy(std::size_t length) {
    prepared_.text.append(text_.substr(position_, length));
    position_ += std::min(length, text_.size() - position_);
  }

  void copy_past(std::string_view end) {
    const std::size_t found = text_.find(end, position_);
    copy(found == std::string_view::npos ? text_.size() : found + end.size() - position_);
  }

  // Comments, CDATA sections and instructions hold no references; of a tag the "<" alone is copied.
  void copy_markup() {
    const std::string_view here = text_.substr(position_);
    if (here.starts_with("<!--")) return copy_past("-->");
    if (here.starts_with("<![CDATA[")) return copy_past("]]>");
    if (here.starts_with("<?")) return copy_past("?>");
    if (starts_with_ignoring_ascii_case(here, "<!doctype") && prepared_.doctype.empty()) {
      const std::size_t length = doctype_length(here);
      prepared_.doctype = here.substr(0, length);
      declared_ = read_declarations(prepared_.doctype);
      position_ += length;
      return;
    }
    copy(1);
  }

  void expand_reference() {
    const std::optional<Reference> reference = reference_at(text_.substr(position_));
    if (!reference) return escape_ampersand();
    if (reference->kind == ReferenceKind::Numeric) {
      const char32_t meant = without_c1_control(reference->value);
      // XML knows no "&#X", and no reference to what is no character.
      const bool is_xml =
          meant == reference->value && is_xml_character(meant) && !reference->body.starts_with('X');
      if (is_xml) return copy(reference->length);
      std::string character;
      append_utf8(character, is_xml_character(meant) ? meant : kReplacementCharacter);
      prepared_.text += escape_xml_text(character);
      position_ += reference->length;
      return;
    }
    if (is_xml_entity(reference->body)) return copy(reference->length);
    expand_named(*reference);
  }

  // What a name stands for, or null.
  const std::string* find_entity(std::string_view name) {
    const auto declared = declared_.find(name);
    if (declared != declared_.end()) return &declared->second;
    prepared_.unknown_reference = true;
    auto known = html_.find(name);
    if (known == html_.end()) {
      if (html_.size() >= kEntityNamesMax) return nullptr;
      known = html_.emplace(name, named_reference(name)).first;
    }
    return known->second.empty() ? nullptr : &known->second;
  }

  void expand_named(const Reference& reference) {
    const std::string* entity = find_entity(reference.body);
    if (entity == nullptr) return escape_ampersand();
    expanded_bytes_ += entity->size();
    if (expanded_bytes_ > kExpansionBytesMax) return escape_ampersand();
    prepared_.text += escape_xml_text(*entity);
    position_ += reference.length;
  }

  void escape_ampersand() {
    prepared_.unknown_reference = true;
    prepared_.text += "&amp;";
    ++position_;
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t expanded_bytes_ = 0;
  Entities declared_;
  Entities html_;  // looked up so far
  PreparedXml prepared_;
};

std::string escape(std::string_view text, bool in_attribute) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"' && in_attribute) {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

PreparedXml prepare_xml(std::string_view text) {
  if (text.find('\0') == std::string_view::npos) return Preparer(text).prepare();
  return Preparer(replace_nul(text)).prepare();
}

std::string escape_xml_text(std::string_view text) { return escape(text, false); }

std::string escape_xml_attribute(std::string_view value) { return escape(value, true); }

}  // namespace dixit::parser
