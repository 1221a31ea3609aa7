#include <algorithm>
#include <unordered_map>
#include <vector>

#include "parser/feed/xml_text.h"
#include "parser/html/markup.h"
#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

bool is_name_start(char c) {
  return is_ascii_alpha(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_name_character(char c) {
  return is_name_start(c) || is_ascii_digit(c) || c == '-' || c == '.' || c == ':';
}

bool is_xml_name(std::string_view name) {
  return !name.empty() && is_name_start(name[0]) &&
         std::all_of(name.begin(), name.end(), is_name_character);
}

class Repairer {
 public:
  explicit Repairer(std::string_view text) : text_(text) {}

  std::string repair() {
    out_.reserve(text_.size() + text_.size() / 8);
    while (position_ < text_.size()) {
      const std::string_view here = text_.substr(position_);
      if (here.starts_with("<![CDATA[")) {
        copy_section("]]>");
      } else if (here.starts_with("<!--")) {
        copy_section("-->");
      } else if (here.starts_with("<?")) {
        copy_section("?>");
      } else {
        take_token(markup_at(text_, position_));
      }
    }
    while (!open_.empty()) close_last();
    return std::move(out_);
  }

 private:
  // Whole when it ends, else with the end it lacks.
  void copy_section(std::string_view end) {
    const std::size_t found = text_.find(end, position_);
    if (found == std::string_view::npos) {
      out_ += text_.substr(position_);
      out_ += end;
      position_ = text_.size();
    } else {
      out_ += text_.substr(position_, found + end.size() - position_);
      position_ = found + end.size();
    }
  }

  void take_token(const MarkupToken& token) {
    position_ = token.end;
    const std::string_view source = text_.substr(token.begin, token.end - token.begin);
    switch (token.kind) {
      case MarkupKind::Text:
        return take_text(source);
      case MarkupKind::StartTag:
        if (is_xml_name(token.name)) return take_start_tag(token);
        return take_text(source);
      case MarkupKind::EndTag:
        return take_end_tag(token.name);
      case MarkupKind::Comment:
      case MarkupKind::Declaration:
      case MarkupKind::End:
        return;
    }
  }

  void take_text(std::string_view source) {
    for (const char c : source) {
      if (c == '<') {
        out_ += "&lt;";
      } else {
        out_ += c;
      }
    }
  }

  void take_start_tag(const MarkupToken& token) {
    out_ += '<';
    out_ += token.name;
    TagReader attributes(text_.substr(0, token.end), token.begin + 1 + token.name.size());
    while (const auto attribute = attributes.next()) {
      if (!is_xml_name(attribute->name)) continue;
      out_ += ' ';
      out_ += attribute->name;
      out_ += "=\"";
      append_value(attribute->value);
      out_ += '"';
    }
    if (token.self_closing) {
      out_ += "/>";
      return;
    }
    out_ += '>';
    open_.push_back(token.name);
    ++open_counts_[token.name];
  }

  // Its references are XML's already; the rest is escaped.
  void append_value(std::string_view value) {
    for (const char c : value) {
      if (c == '<') {
        out_ += "&lt;";
      } else if (c == '"') {
        out_ += "&quot;";
      } else {
        out_ += c;
      }
    }
  }

  void take_end_tag(std::string_view name) {
    // The count keeps this linear: only an end tag that closes something walks the stack.
    const auto count = open_counts_.find(name);
    if (count == open_counts_.end() || count->second == 0) return;
    while (open_.back() != name) close_last();
    close_last();
  }

  void close_last() {
    out_ += "</";
    out_ += open_.back();
    out_ += '>';
    --open_counts_[open_.back()];
    open_.pop_back();
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::string out_;
  std::vector<std::string_view> open_;
  std::unordered_map<std::string_view, std::size_t> open_counts_;
};

}  // namespace

std::string repair_xml(std::string_view text) { return Repairer(text).repair(); }

}  // namespace dixit::parser
