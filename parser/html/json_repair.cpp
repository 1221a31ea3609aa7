#include "parser/html/json_repair.h"

#include <fmt/format.h>

#include <algorithm>

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

// From the first bracket to the last, which leaves wrappers and stray semicolons out.
std::string_view cut_to_brackets(std::string_view text) {
  constexpr std::string_view kCdata = "<![CDATA[";
  const std::size_t opened = text.substr(0, text.find('{')).find(kCdata);
  if (opened != std::string_view::npos) {
    text.remove_prefix(opened + kCdata.size());
    text = text.substr(0, text.rfind("]]>"));
  }
  const std::size_t begin = text.find_first_of("{[");
  const std::size_t end = text.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  return text.substr(begin, end - begin + 1);
}

class Repairer {
 public:
  explicit Repairer(std::string_view text) : text_(text) { out_.reserve(text.size() + 16); }

  std::string run() {
    while (offset_ < text_.size()) {
      const char c = text_[offset_];
      if (c == '"') {
        string();
      } else if (c == ',' && is_closer(next_visible(offset_ + 1))) {
        ++offset_;
      } else {
        out_ += c;
        ++offset_;
      }
    }
    return std::move(out_);
  }

 private:
  static bool is_closer(char c) { return c == '}' || c == ']' || c == '\0'; }

  char next_visible(std::size_t from) const {
    while (from < text_.size() && is_ascii_space(text_[from])) ++from;
    return from < text_.size() ? text_[from] : '\0';
  }

  // Whether the quotation mark at `at` can end a string: what follows must go on a document.
  bool ends_string(std::size_t at) const {
    std::size_t next = at + 1;
    while (next < text_.size() && is_ascii_space(text_[next])) ++next;
    if (next == text_.size()) return true;
    const char c = text_[next];
    if (is_closer(c) || c == ':') return true;
    if (c != ',') return false;
    const char after = next_visible(next + 1);
    return after == '"' || after == '{' || after == '[' || after == '-' || is_closer(after) ||
           is_ascii_digit(after) || after == 't' || after == 'f' || after == 'n';
  }

  void string() {
    out_ += '"';
    ++offset_;
    while (offset_ < text_.size()) {
      const char c = text_[offset_];
      if (c == '\\') {
        escape();
        continue;
      }
      if (c == '"') {
        if (ends_string(offset_)) break;
        out_ += '\\';
      }
      if (static_cast<unsigned char>(c) < 0x20) {
        out_ += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
      } else {
        out_ += c;
      }
      ++offset_;
    }
    out_ += '"';
    ++offset_;
  }

  void escape() {
    const std::string_view rest = text_.substr(offset_);
    const auto is_hex = [](char c) { return hex_value(c) >= 0; };
    if (rest.size() >= 6 && rest[1] == 'u' && std::ranges::all_of(rest.substr(2, 4), is_hex)) {
      out_ += rest.substr(0, 6);
      offset_ += 6;
    } else if (rest.size() >= 2 &&
               std::string_view("\"\\/bfnrt").find(rest[1]) != std::string_view::npos) {
      out_ += rest.substr(0, 2);
      offset_ += 2;
    } else {
      ++offset_;  // a lone backslash says nothing
    }
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  std::string out_;
};

}  // namespace

std::string repair_json(std::string_view text) { return Repairer(cut_to_brackets(text)).run(); }

}  // namespace dixit::parser
