#include "parser/feed/character_references.h"

#include <algorithm>
#include <array>

#include "parser/html/tree.h"
#include "parser/text/ascii.h"
#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

// HTML's longest name has 31 letters; a decimal reference to U+10FFFF has seven digits.
constexpr std::size_t kReferenceBytesMax = 40;

// U+0080 to U+009F as windows-1252 has them; 0 where it has none either.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_name(std::string_view body) {
  return !body.empty() && is_ascii_alpha(body[0]) &&
         std::all_of(body.begin(), body.end(), is_ascii_alphanumeric);
}

// The value of a numeric reference's body ("233", "xE9"); nothing beyond Unicode.
std::optional<char32_t> numeric_reference(std::string_view body) {
  int base = 10;
  if (body.starts_with('x') || body.starts_with('X')) {
    body.remove_prefix(1);
    base = 16;
  }
  if (body.empty()) return std::nullopt;
  char32_t value = 0;
  for (const char c : body) {
    const int digit = hex_value(c);
    if (digit < 0 || digit >= base) return std::nullopt;
    value = value * static_cast<char32_t>(base) + static_cast<char32_t>(digit);
    if (value > 0x10FFFF) return std::nullopt;
  }
  return value;
}

}  // namespace

std::optional<Reference> reference_at(std::string_view text) {
  const std::size_t semicolon = text.substr(0, kReferenceBytesMax).find(';');
  if (semicolon == std::string_view::npos || semicolon < 2) return std::nullopt;
  std::string_view body = text.substr(1, semicolon - 1);
  if (body[0] != '#') {
    if (!is_name(body)) return std::nullopt;
    return Reference{ReferenceKind::Named, body, 0, semicolon + 1};
  }
  body.remove_prefix(1);
  const std::optional<char32_t> value = numeric_reference(body);
  if (!value) return std::nullopt;
  return Reference{ReferenceKind::Numeric, body, *value, semicolon + 1};
}

char32_t without_c1_control(char32_t value) {
  if (value < 0x80 || value > 0x9F) return value;
  const char16_t meant = kWindows1252[value - 0x80];
  return meant != 0 ? meant : value;
}

std::string without_c1_controls(std::string_view text) {
  // In UTF-8 the C1 controls are C2 80 to C2 9F.
  if (text.find('\xC2') == std::string_view::npos) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCodePoint point = decode_at(text, offset);
    append_utf8(out, without_c1_control(point.value));
    offset += point.length;
  }
  return out;
}

std::string named_reference(std::string_view name) {
  const std::string reference = "&" + std::string(name) + ";";
  const auto tree = Tree::parse("<p>" + reference);
  if (!tree) return "";
  std::string text = tree->raw_text(0);
  return text == reference ? "" : text;
}

}  // namespace dixit::parser
