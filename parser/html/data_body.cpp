#include "parser/html/data_body.h"

#include <map>
#include <optional>
#include <string>

#include "parser/html/block_weights.h"
#include "parser/html/drop_rules.h"
#include "parser/html/text_blocks.h"
#include "parser/html/tree.h"
#include "parser/html/white_space.h"
#include "parser/text/ascii.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

// A shorter string is a label, a teaser or a description.
constexpr std::size_t kProseBytesMin = 80;

// Less text than this is no article.
constexpr double kArticleMassMin = 400;

// Texts kept under one key: paragraphs of an article, not the contents of a site.
constexpr std::size_t kStringsOfKeyMax = 500;

// Unicode escapes of one string literal of JSON or JavaScript (RFC 8259 section 7,
// ECMA-262 12.9.4).
class Unescaper {
 public:
  explicit Unescaper(std::string_view text) : text_(text) { out_.reserve(text.size()); }

  std::string run() {
    while (offset_ < text_.size()) {
      const char c = text_[offset_];
      if (c != '\\' || offset_ + 1 == text_.size()) {
        out_ += c;
        ++offset_;
        continue;
      }
      const char kind = text_[offset_ + 1];
      offset_ += 2;
      switch (kind) {
        case 'n':
          out_ += '\n';
          break;
        case 't':
        case 'r':
        case 'b':
        case 'f':
          out_ += ' ';
          break;
        case 'u':
          unicode();
          break;
        default:
          out_ += kind;
      }
    }
    return std::move(out_);
  }

 private:
  std::optional<char32_t> four_digits(std::size_t at) const {
    if (at + 4 > text_.size()) return std::nullopt;
    char32_t value = 0;
    for (const char c : text_.substr(at, 4)) {
      if (hex_value(c) < 0) return std::nullopt;
      value = value * 16 + static_cast<char32_t>(hex_value(c));
    }
    return value;
  }

  void unicode() {
    const auto unit = four_digits(offset_);
    if (!unit) return;
    offset_ += 4;
    char32_t value = *unit;
    if (value >= 0xD800 && value < 0xDC00 && text_.substr(offset_).starts_with("\\u")) {
      const auto low = four_digits(offset_ + 2);
      if (low && *low >= 0xDC00 && *low < 0xE000) {
        value = 0x10000 + ((value - 0xD800) << 10) + (*low - 0xDC00);
        offset_ += 6;
      }
    }
    append_utf8(out_, value);
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  std::string out_;
};

// Selectors, addresses and code have other bytes than letters and spaces; prose has few.
constexpr std::size_t kOtherShareMax = 8;  // one in so many

bool is_prose_like(std::string_view text) {
  if (text.size() < kProseBytesMin || text.starts_with("http") || text.starts_with('.') ||
      text.starts_with('#')) {
    return false;
  }
  std::size_t spaces = 0;
  std::size_t others = 0;
  for (const char c : text) {
    if (c == '{' || c == '}') return false;
    spaces += c == ' ' ? 1 : 0;
    const bool is_letter = is_ascii_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80;
    others += is_letter || c == ' ' || c == '\\' ? 0 : 1;
  }
  return spaces > 0 && others * kOtherShareMax <= text.size();
}

bool is_markup(std::string_view text) {
  return text.find("<p") != std::string_view::npos ||
         text.find("\\u003cp") != std::string_view::npos ||
         text.find("\\u003Cp") != std::string_view::npos;
}

double mass_of(const std::vector<ArticleBlock>& blocks) {
  std::size_t mass = 0;
  for (const ArticleBlock& block : blocks) mass += count_code_points(block.text);
  return static_cast<double>(mass);
}

// The longest texts found so far.
class Candidates {
 public:
  void add(std::string_view key, std::string_view literal) {
    if (is_markup(literal)) {
      if (literal.size() > markup_.size()) markup_ = literal;
    } else if (is_prose_like(literal)) {
      std::vector<std::string_view>& strings = by_key_[std::string(key)];
      // What repeats itself is a template's.
      const bool is_new = strings.empty() || strings.back() != literal;
      if (is_new && strings.size() < kStringsOfKeyMax) strings.push_back(literal);
    }
  }

  [[nodiscard]] std::vector<ArticleBlock> best() const {
    std::vector<ArticleBlock> best = blocks_of_text(unescaped(markup_));
    const std::vector<std::string_view>* longest = nullptr;
    std::size_t bytes_max = 0;
    for (const auto& [key, strings] : by_key_) {
      std::size_t bytes = 0;
      for (const std::string_view text : strings) bytes += text.size();
      if (bytes > bytes_max) {
        bytes_max = bytes;
        longest = &strings;
      }
    }
    if (longest != nullptr && static_cast<double>(bytes_max) > mass_of(best)) {
      std::string joined;
      for (const std::string_view text : *longest) joined += unescaped(text) + '\n';
      std::vector<ArticleBlock> blocks = blocks_of_text(joined);
      if (mass_of(blocks) > mass_of(best)) best = std::move(blocks);
    }
    return best;
  }

 private:
  static std::string unescaped(std::string_view literal) {
    std::string text = Unescaper(literal).run();
    // A program that holds data as text escapes it twice.
    if (text.find("\\u003c") != std::string::npos) text = Unescaper(text).run();
    return text;
  }

  std::string_view markup_;
  std::map<std::string, std::vector<std::string_view>> by_key_;
};

// Every double-quoted string of a program or of data, with the key before it.
void collect_strings(std::string_view script, Candidates& candidates) {
  std::string_view key;
  for (std::size_t open = script.find('"'); open != std::string_view::npos;) {
    std::size_t close = open + 1;
    while (close < script.size() && script[close] != '"') close += script[close] == '\\' ? 2u : 1u;
    if (close >= script.size()) return;
    const std::string_view literal = script.substr(open + 1, close - open - 1);
    if (script.substr(close + 1).starts_with(':')) {
      key = literal;
    } else {
      candidates.add(key, literal);
    }
    open = script.find('"', close + 1);
  }
}

}  // namespace

std::vector<ArticleBlock> blocks_of_text(std::string_view text) {
  std::vector<ArticleBlock> out;
  if (text.find('<') != std::string_view::npos) {
    const auto tree = Tree::parse(std::string(text));
    if (!tree) return out;
    for (TextBlock& block : collect_text_blocks(*tree, mark_machinery(*tree))) {
      out.push_back({block.kind, std::move(block.text), {}, {}});
    }
    return out;
  }
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line = text_of_markup(text.substr(0, end));
    if (!line.empty()) out.push_back({model::BlockKind::Paragraph, std::move(line), {}, {}});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::vector<ArticleBlock> blocks_of_scripts(std::span<const ScriptText> scripts) {
  Candidates candidates;
  for (const ScriptText& script : scripts) {
    if (script.text.size() >= kProseBytesMin) collect_strings(script.text, candidates);
  }
  std::vector<ArticleBlock> best = candidates.best();
  if (mass_of(best) < kArticleMassMin) best.clear();
  return best;
}

}  // namespace dixit::parser
