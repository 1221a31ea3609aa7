#include "parser/feed/feed_markup.h"

#include <algorithm>
#include <array>
#include <map>

#include "parser/feed/character_references.h"
#include "parser/feed/xml_text.h"
#include "parser/html/markup.h"
#include "parser/text/ascii.h"
#include "parser/text/utf8.h"
#include "parser/url/canonical.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

// https://html.spec.whatwg.org/#void-elements, with those that HTML 4 had
bool is_void_element(std::string_view name) {
  constexpr std::array<std::string_view, 19> kVoid{
      "area",  "base",    "basefont", "br",   "col",  "command", "embed",  "frame", "hr", "img",
      "input", "isindex", "keygen",   "link", "meta", "param",   "source", "track", "wbr"};
  return std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end();
}

// https://html.spec.whatwg.org/#attributes-3: those whose value is a URL
bool is_url_attribute(std::string_view name) {
  constexpr std::array<std::string_view, 12> kUrls{"href",   "src",        "action",   "cite",
                                                   "data",   "background", "longdesc", "poster",
                                                   "usemap", "classid",    "codebase", "profile"};
  return std::find(kUrls.begin(), kUrls.end(), name) != kUrls.end();
}

bool runs_code(std::string_view scheme) { return scheme == "javascript" || scheme == "vbscript"; }

// The character of one of XML's five names, '\0' for another.
char xml_character(std::string_view name) {
  if (name == "amp") return '&';
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "quot") return '"';
  return name == "apos" ? '\'' : '\0';
}

// References in the value of an attribute that holds a URL. HTML's own names, which URLs hardly
// hold and which cost a look-up, stay as they are.
std::string decode_references(std::string_view value) {
  std::string out;
  for (std::size_t offset = 0; offset < value.size();) {
    const std::string_view here = value.substr(offset);
    const auto reference = here[0] == '&' ? reference_at(here) : std::nullopt;
    if (!reference) {
      out += value[offset++];
      continue;
    }
    const bool is_numeric = reference->kind == ReferenceKind::Numeric;
    if (is_numeric) {
      append_utf8(out, without_c1_control(reference->value));
    } else if (const char character = xml_character(reference->body); character != '\0') {
      out += character;
    } else {
      out += here.substr(0, reference->length);
    }
    offset += reference->length;
  }
  return out;
}

// A reference as it stands but for its letter case and C1 controls: "&#X61;" is "&#x61;".
std::string normalise_reference(const Reference& reference, std::string_view source) {
  if (reference.kind == ReferenceKind::Named) return std::string(source);
  const char32_t meant = without_c1_control(reference.value);
  if (meant == reference.value) return ascii_lowercase(source);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (char32_t rest = meant; rest > 0; rest /= 16) hex.insert(hex.begin(), kDigits[rest % 16]);
  return "&#x" + hex + ";";
}

class MarkupNormaliser {
 public:
  MarkupNormaliser(std::string_view html, std::string_view base) : html_(html), base_(base) {}

  std::string normalise() {
    out_.reserve(html_.size() + html_.size() / 8);
    std::size_t offset = 0;
    while (offset < html_.size()) {
      if (is_stray_declaration(html_.substr(offset))) {
        // "<!" of prose; it must not swallow what stands before the next ">".
        out_ += "&lt;";
        ++offset;
        continue;
      }
      const MarkupToken token = markup_at(html_, offset);
      const std::string_view source = html_.substr(token.begin, token.end - token.begin);
      take(token, source);
      offset = token.end;
    }
    return std::move(out_);
  }

 private:
  void take(const MarkupToken& token, std::string_view source) {
    switch (token.kind) {
      case MarkupKind::StartTag:
        return take_start_tag(token, source);
      case MarkupKind::EndTag:
        return take_end_tag(ascii_lowercase(token.name));
      case MarkupKind::Text:
        return append_text(source);
      case MarkupKind::Comment:
      case MarkupKind::Declaration:
        out_ += source;
        return;
      case MarkupKind::End:
        return;
    }
  }

  static bool is_stray_declaration(std::string_view here) {
    return here.starts_with("<!") && !here.starts_with("<!--") && !here.starts_with("<![") &&
           !starts_with_ignoring_ascii_case(here, "<!doctype");
  }

  void append_text(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
      if (text[offset] != '&') {
        out_ += text[offset++];
        continue;
      }
      const auto reference = reference_at(text.substr(offset));
      if (!reference) {
        out_ += "&amp;";
        ++offset;
        continue;
      }
      out_ += normalise_reference(*reference, text.substr(offset, reference->length));
      offset += reference->length;
    }
  }

  void take_end_tag(const std::string& name) {
    if (!is_void_element(name)) {
      out_ += "</" + name + ">";
    } else if (out_.ends_with('<')) {
      // The end tag goes; what follows it must not make a tag of the "<" before it.
      out_.replace(out_.size() - 1, 1, "&lt;");
    }
  }

  void take_start_tag(const MarkupToken& token, std::string_view source) {
    if (!token.complete) return append_text(source);
    const std::string name = ascii_lowercase(token.name);
    std::map<std::string, std::string> attributes;
    TagReader reader(html_.substr(0, token.end), token.begin + 1 + token.name.size());
    while (const auto attribute = reader.next()) {
      attributes.emplace(std::string(attribute->name), attribute->value);
    }
    out_ += "<" + name;
    for (const auto& [key, value] : attributes) append_attribute(key, value);
    out_ += is_void_element(name) ? " />" : ">";
    // Without attributes "<x/>" is an element of XML's kind, for HTML has no reason to write it.
    if (token.self_closing && attributes.empty() && !is_void_element(name)) {
      out_ += "</" + name + ">";
    }
  }

  void append_attribute(const std::string& key, const std::string& value) {
    out_ += " " + key + "=\"";
    if (is_url_attribute(ascii_lowercase(key))) {
      out_ += escape_xml_attribute(resolve_reference(decode_references(value), base_));
    } else {
      append_value(value);
    }
    out_ += '"';
  }

  void append_value(std::string_view value) {
    for (std::size_t offset = 0; offset < value.size(); ++offset) {
      const std::size_t next = std::min(value.find_first_of("<>\"", offset), value.size());
      append_text(value.substr(offset, next - offset));
      offset = next;
      if (offset == value.size()) return;
      out_ += value[offset] == '<' ? "&lt;" : value[offset] == '>' ? "&gt;" : "&quot;";
    }
  }

  std::string_view html_;
  std::string_view base_;
  std::string out_;
};

}  // namespace

std::string resolve_reference(std::string_view reference, std::string_view base) {
  reference = trim_ascii(reference);
  if (reference.empty()) return std::string(base);
  const auto absolute = parse_url(reference);
  if (absolute) return runs_code(absolute->scheme) ? "" : std::string(reference);
  const auto base_url = parse_url(base);
  if (!base_url) return std::string(reference);
  const auto resolved = parse_url(reference, *base_url);
  return resolved ? resolved->href : std::string(reference);
}

std::string resolve_base(std::string_view reference, std::string_view outer) {
  const std::string resolved = resolve_reference(reference, outer);
  const auto url = parse_url(resolved);
  // A base is parsed again for every link inside it.
  if (!url || resolved.size() > kCrawlUrlBytesMax) return std::string(outer);
  // "http:///example.org" is read as browsers read it.
  return resolved.find(":///") != std::string::npos && url->scheme != "file" ? url->href : resolved;
}

std::string normalise_markup(std::string_view html, std::string_view base) {
  return MarkupNormaliser(html, base).normalise();
}

bool looks_like_markup(std::string_view text) {
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos;
       at = text.find_first_of("<&", at + 1)) {
    const std::string_view here = text.substr(at);
    if (here[0] == '&' && reference_at(here)) return true;
    if (!here.starts_with("</")) continue;
    const std::string_view name = here.substr(2);
    std::size_t length = 0;
    while (length < name.size() && is_ascii_alphanumeric(name[length])) ++length;
    if (length > 0 && length < name.size() && name[length] == '>') return true;
  }
  return false;
}

std::string decode_base64(std::string_view text) {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int bit_count = 0;
  for (const char c : text) {
    if (is_ascii_space(c)) continue;
    if (c == '=') break;
    const std::size_t value = kAlphabet.find(c);
    if (value == std::string_view::npos) return "";
    bits = (bits << 6) | static_cast<unsigned>(value);
    bit_count += 6;
    if (bit_count < 8) continue;
    bit_count -= 8;
    out += static_cast<char>((bits >> bit_count) & 0xFFU);
    bits &= (1U << bit_count) - 1;
  }
  return out;
}

}  // namespace dixit::parser
