#include "parser/html/markup.h"

#include <algorithm>

#include "parser/text/ascii.h"

namespace dixit::parser {
namespace {

bool ends_name(char c) { return is_ascii_space(c) || c == '/' || c == '>'; }

std::size_t find_or_end(std::string_view html, std::string_view what, std::size_t from) {
  return std::min(html.find(what, from), html.size());
}

MarkupToken tag_at(std::string_view html, std::size_t begin, MarkupKind kind) {
  const std::size_t name_begin = begin + (kind == MarkupKind::EndTag ? 2 : 1);
  std::size_t name_end = name_begin;
  while (name_end < html.size() && !ends_name(html[name_end])) ++name_end;
  TagReader reader(html, name_end);
  while (reader.next()) {
  }
  return {kind,
          begin,
          reader.end(),
          html.substr(name_begin, name_end - name_begin),
          reader.self_closing(),
          reader.complete()};
}

// A comment ends at "-->" or "--!>", or at once in "<!-->" and "<!--->" (13.2.5.43 to 13.2.5.52).
MarkupToken comment_at(std::string_view html, std::size_t begin) {
  const std::size_t inside = begin + 4;
  const auto ending_at = [&](std::size_t end) {
    return MarkupToken{MarkupKind::Comment, begin, end, {}, false, true};
  };
  if (html.substr(inside).starts_with(">")) return ending_at(inside + 1);
  if (html.substr(inside).starts_with("->")) return ending_at(inside + 2);
  for (std::size_t at = html.find("--", inside); at != std::string_view::npos;
       at = html.find("--", at + 1)) {
    const std::string_view rest = html.substr(at + 2);
    if (rest.starts_with(">")) return ending_at(at + 3);
    if (rest.starts_with("!>")) return ending_at(at + 4);
  }
  return {MarkupKind::Comment, begin, html.size(), {}, false, false};
}

// Whether "</name" with the name's end stands at `offset`.
bool end_tag_at(std::string_view html, std::size_t offset, std::string_view name) {
  const std::size_t after = offset + 2 + name.size();
  return after < html.size() && html[offset + 1] == '/' &&
         equals_ignoring_ascii_case(html.substr(offset + 2, name.size()), name) &&
         ends_name(html[after]);
}

}  // namespace

std::optional<TagAttribute> TagReader::next() {
  while (offset_ < html_.size() && (is_ascii_space(html_[offset_]) || html_[offset_] == '/')) {
    self_closing_ = html_[offset_] == '/' && html_.substr(offset_ + 1).starts_with('>');
    ++offset_;
  }
  if (offset_ >= html_.size()) return std::nullopt;
  if (html_[offset_] == '>') {
    ++offset_;
    complete_ = true;
    return std::nullopt;
  }
  const std::size_t begin = offset_;
  ++offset_;  // even "=" is a name's first character
  while (offset_ < html_.size() && !ends_name(html_[offset_]) && html_[offset_] != '=') ++offset_;
  TagAttribute attribute{html_.substr(begin, offset_ - begin), {}};
  std::size_t after = offset_;
  while (after < html_.size() && is_ascii_space(html_[after])) ++after;
  if (after < html_.size() && html_[after] == '=') {
    offset_ = after + 1;
    attribute.value = read_value();
  }
  return attribute;
}

std::string_view TagReader::read_value() {
  while (offset_ < html_.size() && is_ascii_space(html_[offset_])) ++offset_;
  if (offset_ >= html_.size() || html_[offset_] == '>') return {};
  const char quote = html_[offset_];
  std::size_t begin = offset_;
  if (quote == '"' || quote == '\'') {
    ++begin;
    const std::size_t close = html_.find(quote, begin);
    const std::size_t end = std::min(close, html_.size());
    offset_ = close == std::string_view::npos ? html_.size() : close + 1;
    return html_.substr(begin, end - begin);
  }
  while (offset_ < html_.size() && !is_ascii_space(html_[offset_]) && html_[offset_] != '>')
    ++offset_;
  return html_.substr(begin, offset_ - begin);
}

std::optional<std::string_view> attribute_of(std::string_view html, const MarkupToken& tag,
                                             std::string_view name) {
  const std::size_t slash = tag.kind == MarkupKind::EndTag ? 1 : 0;
  TagReader reader(html.substr(0, tag.end), tag.begin + 1 + slash + tag.name.size());
  while (const auto attribute = reader.next()) {
    if (equals_ignoring_ascii_case(attribute->name, name)) return attribute->value;
  }
  return std::nullopt;
}

MarkupToken markup_at(std::string_view html, std::size_t offset) {
  if (offset >= html.size()) return {MarkupKind::End, html.size(), html.size(), {}, false, true};
  const std::string_view rest = html.substr(offset);
  if (rest.size() >= 2 && rest[0] == '<') {
    if (is_ascii_alpha(rest[1])) return tag_at(html, offset, MarkupKind::StartTag);
    if (rest[1] == '/' && rest.size() >= 3 && is_ascii_alpha(rest[2])) {
      return tag_at(html, offset, MarkupKind::EndTag);
    }
    if (rest.starts_with("<!--")) return comment_at(html, offset);
    if (rest[1] == '!' || rest[1] == '?' || (rest[1] == '/' && rest.size() >= 3)) {
      // A doctype or bogus comment ends at the first ">", whatever is quoted in it.
      const std::size_t end = find_or_end(html, ">", offset + 2);
      const bool complete = end < html.size();
      return {MarkupKind::Declaration, offset, end + (complete ? 1 : 0), {}, false, complete};
    }
  }
  return {MarkupKind::Text, offset, find_or_end(html, "<", offset + 1), {}, false, true};
}

std::size_t raw_text_end(std::string_view html, std::size_t offset, std::string_view name) {
  for (std::size_t at = html.find('<', offset); at != std::string_view::npos;
       at = html.find('<', at + 1)) {
    if (end_tag_at(html, at, name)) return at;
  }
  return html.size();
}

std::size_t script_end(std::string_view html, std::size_t offset) {
  // 13.2.5.15 to 13.2.5.31: "<!--" escapes; inside, "<script" escapes again until "</script"; "-->"
  // ends both. Only an end tag outside the double escaped state ends the element.
  enum class State { Plain, Escaped, DoubleEscaped } state = State::Plain;
  const auto next_mark = [&](std::size_t from) {
    return state == State::Plain ? html.find('<', from) : html.find_first_of("<-", from);
  };
  for (std::size_t at = next_mark(offset); at != std::string_view::npos; at = next_mark(at)) {
    const std::string_view rest = html.substr(at);
    if (rest[0] == '-') {
      if (rest.starts_with("-->")) state = State::Plain;
      ++at;
    } else if (state == State::Plain && rest.starts_with("<!--")) {
      state = State::Escaped;
      at += 2;  // its dashes may themselves begin "-->"
    } else if (end_tag_at(html, at, "script")) {
      if (state != State::DoubleEscaped) return at;
      state = State::Escaped;
      at += 2;
    } else {
      if (state == State::Escaped && rest.size() > 7 && ends_name(rest[7]) &&
          equals_ignoring_ascii_case(rest.substr(1, 6), "script")) {
        state = State::DoubleEscaped;
      }
      ++at;
    }
  }
  return html.size();
}

}  // namespace dixit::parser
