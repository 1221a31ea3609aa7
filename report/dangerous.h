#pragma once

namespace dixit::report {

// Which characters that strangers write do something beyond being seen. What becomes of them is
// each format's own affair: JSON escapes them, HTML and CSV replace controls, text for people is
// without any.

// Orders to a terminal: C0, DEL and C1 (ECMA-48), white space that texts are made of left out.
constexpr bool is_control(char32_t code_point) {
  const bool white = code_point == U'\t' || code_point == U'\n' || code_point == U'\r';
  return (code_point < 0x20 && !white) || (code_point >= 0x7F && code_point < 0xA0);
}

// Embeddings, overrides and isolates turn around what stands beside them
// (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters).
constexpr bool reorders(char32_t code_point) {
  return (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

// Readers that part lines as Unicode does end one here (U+0085, another, is a control character).
constexpr bool ends_line(char32_t code_point) {
  return code_point == 0x2028 || code_point == 0x2029;
}

}  // namespace dixit::report
