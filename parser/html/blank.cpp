#include "parser/html/blank.h"

#include <algorithm>
#include <array>
#include <optional>

#include "parser/html/markup.h"
#include "parser/text/ascii.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

// Start tags that leave a drawing for HTML (13.2.6.5), and those inside which HTML may follow.
constexpr auto kDrawingBreakers =
    std::to_array<std::string_view>({"b",      "big",     "blockquote", "body",   "br",
                                     "center", "code",    "dd",         "div",    "dl",
                                     "dt",     "em",      "embed",      "font",   "foreignobject",
                                     "h1",     "h2",      "h3",         "h4",     "h5",
                                     "h6",     "head",    "hr",         "i",      "img",
                                     "li",     "listing", "math",       "menu",   "meta",
                                     "nobr",   "ol",      "p",          "pre",    "ruby",
                                     "s",      "small",   "span",       "strong", "strike",
                                     "sub",    "sup",     "table",      "tt",     "u",
                                     "ul",     "var"});

// Elements whose text is not markup (13.2.5.2 to 13.2.5.5), beside script.
constexpr auto kRawTextElements = std::to_array<std::string_view>(
    {"title", "textarea", "style", "xmp", "iframe", "noembed", "noframes"});

// Elements that in a select box do not do what they do elsewhere (13.2.6.4.16).
constexpr auto kUnsureInSelect =
    std::to_array<std::string_view>({"svg", "math", "template", "plaintext"});

// No drawing of an honest page nests deeper; a hostile one is left to the tree builder's budget.
constexpr std::size_t kDrawingDepthMax = 256;

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::ranges::any_of(
      names, [&](std::string_view n) { return equals_ignoring_ascii_case(name, n); });
}

// "</name>" with nothing behind the name. The standard lets white space, a slash or attributes
// stand there; Gumbo then leaves an element of a drawing open.
bool is_plain_end_tag(const MarkupToken& token) {
  constexpr std::size_t kMarksAround = 3;  // "</" and ">"
  return token.end - token.begin == token.name.size() + kMarksAround;
}

// Where the "</svg>" of the drawing whose inside starts at `offset` begins, or nothing when
// anything in it could reach the HTML around it.
std::optional<std::size_t> drawing_end(std::string_view html, std::size_t offset) {
  std::vector<std::string_view> open{"svg"};
  while (true) {
    if (html.substr(offset).starts_with("<![CDATA[")) {
      const std::size_t end = html.find("]]>", offset);
      if (end == std::string_view::npos) return std::nullopt;
      offset = end + 3;
      continue;
    }
    const MarkupToken token = markup_at(html, offset);
    if (token.kind == MarkupKind::End || !token.complete) return std::nullopt;
    if (token.kind == MarkupKind::StartTag) {
      if (is_one_of(token.name, kDrawingBreakers)) {
        return std::nullopt;
      }
      // In a drawing's title or description HTML rules hold: plain text is all we vouch for.
      if (equals_ignoring_ascii_case(open.back(), "title") ||
          equals_ignoring_ascii_case(open.back(), "desc")) {
        return std::nullopt;
      }
      if (!token.self_closing) open.push_back(token.name);
      if (open.size() > kDrawingDepthMax) return std::nullopt;
    } else if (token.kind == MarkupKind::EndTag) {
      if (!is_plain_end_tag(token)) return std::nullopt;
      while (!open.empty() && !equals_ignoring_ascii_case(open.back(), token.name)) open.pop_back();
      if (open.empty()) return std::nullopt;
      open.pop_back();
      if (open.empty()) return token.begin;
    }
    offset = token.end;
  }
}

// Walks the page once and copies what is kept.
class Blanker {
 public:
  explicit Blanker(std::string_view html) : html_(html) { page_.html.reserve(html.size()); }

  BlankedPage run() {
    while (true) {
      const MarkupToken token = markup_at(html_, offset_);
      if (token.kind == MarkupKind::End) break;
      offset_ = token.end;
      if (token.kind == MarkupKind::Text) {
        text(token.begin, token.end);
        continue;
      }
      run_bytes_ = 0;
      if (token.kind == MarkupKind::StartTag) {
        start_tag(token);
      } else if (token.kind == MarkupKind::EndTag) {
        if (equals_ignoring_ascii_case(token.name, "select")) in_select_ = false;
        keep(token.begin, token.end);
      } else if (token.kind == MarkupKind::Comment && token.complete && sure_) {
        page_.html += "<!---->";
      } else {
        keep(token.begin, token.end);
      }
    }
    return std::move(page_);
  }

 private:
  void keep(std::size_t begin, std::size_t end) { page_.html.append(html_, begin, end - begin); }

  // A run is cut between characters; a reference cut in two is text like any other.
  void text(std::size_t begin, std::size_t end) {
    const std::string_view kept =
        truncate_utf8(html_.substr(begin, end - begin), kTextRunBytesMax - run_bytes_);
    page_.html.append(kept);
    run_bytes_ += kept.size();
    if (kept.size() == end - begin) return;
    run_bytes_ = kTextRunBytesMax;
    page_.cut = true;
  }

  [[nodiscard]] bool is_too_wide(const MarkupToken& tag) const {
    if (tag.end - tag.begin < kWideTagBytes) return false;
    TagReader reader(html_, tag.begin + 1 + tag.name.size());
    std::size_t attributes = 0;
    while (attributes <= kTagAttributesMax && reader.next()) ++attributes;
    return attributes > kTagAttributesMax;
  }

  void start_tag(const MarkupToken& tag) {
    if (is_too_wide(tag)) {
      page_.html.append("<").append(tag.name).append(">");
      page_.cut = true;
    } else {
      keep(tag.begin, tag.end);
    }
    if (equals_ignoring_ascii_case(tag.name, "script")) {
      script(tag);
    } else if (equals_ignoring_ascii_case(tag.name, "select")) {
      in_select_ = !in_select_;
    } else if (equals_ignoring_ascii_case(tag.name, "plaintext")) {
      keep(offset_, html_.size());
      offset_ = html_.size();
    } else if (equals_ignoring_ascii_case(tag.name, "frameset") ||
               equals_ignoring_ascii_case(tag.name, "math") ||
               (in_select_ &&
                (is_one_of(tag.name, kUnsureInSelect) || is_one_of(tag.name, kRawTextElements)))) {
      sure_ = false;
    } else if (equals_ignoring_ascii_case(tag.name, "svg")) {
      drawing(tag);
    } else if (is_one_of(tag.name, kRawTextElements)) {
      raw_text(tag);
    }
  }

  void script(const MarkupToken& tag) {
    const std::size_t end = script_end(html_, tag.end);
    page_.scripts.push_back({attribute_of(html_, tag, "type").value_or(""),
                             attribute_of(html_, tag, "id").value_or(""),
                             html_.substr(tag.end, end - tag.end)});
    skip_to(end);
  }

  void raw_text(const MarkupToken& tag) {
    const std::size_t end = raw_text_end(html_, tag.end, tag.name);
    if (equals_ignoring_ascii_case(tag.name, "style")) {
      skip_to(end);
    } else {
      text(tag.end, end);
      offset_ = end;
      run_bytes_ = 0;
    }
  }

  void drawing(const MarkupToken& tag) {
    if (!sure_ || tag.self_closing) return;
    const auto end = drawing_end(html_, tag.end);
    if (end) {
      skip_to(*end);
    } else {
      sure_ = false;
    }
  }

  // Leaves out what stands before `end`, unless the page has become too unsure for that.
  void skip_to(std::size_t end) {
    if (!sure_) keep(offset_, end);
    offset_ = end;
  }

  std::string_view html_;
  std::size_t offset_ = 0;
  std::size_t run_bytes_ = 0;  // of text since the last tag
  bool in_select_ = false;
  bool sure_ = true;
  BlankedPage page_;
};

// More than any honest page's head holds.
constexpr std::size_t kSummaryBytesMax = 256u << 10;
constexpr std::size_t kSummaryTagBytesMax = 16u << 10;
constexpr auto kSummaryElements = std::to_array<std::string_view>({"html", "meta", "link", "base"});
constexpr std::size_t kSummaryTextBytesMax = 2u << 10;

}  // namespace

BlankedPage blank_page(std::string_view html) { return Blanker(html).run(); }

std::string summary_of(std::string_view html) {
  std::string out;
  std::size_t offset = 0;
  for (MarkupToken token = markup_at(html, 0);
       token.kind != MarkupKind::End && out.size() < kSummaryBytesMax;
       token = markup_at(html, offset)) {
    offset = token.end;
    if (token.kind != MarkupKind::StartTag) continue;
    const bool fits = token.end - token.begin <= kSummaryTagBytesMax;
    const std::string_view source = html.substr(token.begin, token.end - token.begin);
    if (equals_ignoring_ascii_case(token.name, "script")) {
      offset = script_end(html, token.end);
    } else if (equals_ignoring_ascii_case(token.name, "title") ||
               equals_ignoring_ascii_case(token.name, "h1")) {
      const std::string_view near = html.substr(0, token.end + kSummaryTextBytesMax);
      const std::size_t end = raw_text_end(near, token.end, token.name);
      if (fits && end < near.size()) {
        out.append(source).append(html, token.end, end - token.end);
        out.append("</").append(token.name).append(">");
      }
      if (equals_ignoring_ascii_case(token.name, "title")) {
        offset = end < near.size() ? end : raw_text_end(html, end, token.name);
      }
    } else if (is_one_of(token.name, kRawTextElements)) {
      offset = raw_text_end(html, token.end, token.name);
    } else if (fits && is_one_of(token.name, kSummaryElements)) {
      out.append(source);
    }
  }
  return out;
}

}  // namespace dixit::parser
