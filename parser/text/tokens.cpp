#include "parser/text/tokens.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cassert>

#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

constexpr char32_t kRightSingleQuote = 0x2019;
constexpr char32_t kModifierApostrophe = 0x02BC;
constexpr char32_t kTatweel = 0x0640;
constexpr char32_t kArabicMarkFirst = 0x064B;
constexpr char32_t kArabicMarkLast = 0x0652;
constexpr char32_t kNonBreakingHyphen = 0x2011;
constexpr char32_t kAlefWasla = 0x0671;
constexpr char32_t kAlef = 0x0627;
constexpr char32_t kAlefMaqsura = 0x0649;
constexpr char32_t kYeh = 0x064A;
constexpr char32_t kTehMarbuta = 0x0629;
constexpr char32_t kHeh = 0x0647;

// A word longer than this is nobody's word; joining rules are not tried on it.
constexpr std::size_t kJoinedWordBytesMax = 256;

enum class CharClass : std::uint8_t { Space, Letter, Digit, Mark, Apostrophe, Hyphen, Other };

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == kRightSingleQuote || c == kModifierApostrophe;
}

CharClass class_of(char32_t c) {
  if (is_apostrophe(c)) return CharClass::Apostrophe;
  if (c == '-' || c == kNonBreakingHyphen || c == 0x2010) return CharClass::Hyphen;
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharClass::Letter;
    if (c >= '0' && c <= '9') return CharClass::Digit;
    return c <= ' ' || c == 0x7F ? CharClass::Space : CharClass::Other;
  }
  const auto point = static_cast<UChar32>(c);
  const std::uint32_t mask = U_GET_GC_MASK(point);
  if ((mask & U_GC_L_MASK) != 0) return CharClass::Letter;
  if ((mask & U_GC_ND_MASK) != 0) return CharClass::Digit;
  if ((mask & U_GC_M_MASK) != 0) return CharClass::Mark;
  if ((mask & (U_GC_Z_MASK | U_GC_CC_MASK | U_GC_CF_MASK)) != 0) return CharClass::Space;
  return CharClass::Other;
}

struct Reader {
  std::string_view text;
  std::size_t at = 0;

  [[nodiscard]] bool done() const { return at >= text.size(); }
  [[nodiscard]] DecodedCodePoint peek(std::size_t offset) const {
    if (offset >= text.size()) return {.value = ' ', .length = 0};
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte < 0x80) return {.value = byte, .length = 1, .valid = true};
    return decode_at(text, offset);
  }
};

bool is_upper(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0;
}

// Reads one word or number from reader.at; its first character is a letter, digit, or "@"/"#".
Token read_word(Reader& reader) {
  Token token{.start = static_cast<std::uint32_t>(reader.at), .kind = TokenKind::Number};
  std::size_t letters = 0;
  std::size_t uppers = 0;
  bool first = true;
  while (!reader.done()) {
    const DecodedCodePoint here = reader.peek(reader.at);
    const CharClass char_class = class_of(here.value);
    if (char_class == CharClass::Letter) {
      token.kind = TokenKind::Word;
      const bool upper = is_upper(here.value);
      if (first) token.capitalised = upper;
      first = false;
      ++letters;
      uppers += upper ? 1U : 0U;
    } else if (char_class == CharClass::Digit) {
      first = false;
    } else if (char_class == CharClass::Mark) {
      // belongs to the letter before it
    } else {
      // Inner characters must stand between two letters or digits.
      const DecodedCodePoint next = reader.peek(reader.at + here.length);
      const CharClass next_class = class_of(next.value);
      const bool inner = char_class == CharClass::Apostrophe || char_class == CharClass::Hyphen ||
                         (here.value == '_') ||
                         ((here.value == '.' || here.value == ',' || here.value == ':') &&
                          token.kind == TokenKind::Number && next_class == CharClass::Digit);
      const bool sigil = (here.value == '@' || here.value == '#') && reader.at == token.start;
      const bool goes_on = next_class == CharClass::Letter || next_class == CharClass::Digit;
      if (!(inner || sigil) || !goes_on || next.length == 0) break;
    }
    reader.at += here.length;
  }
  token.end = static_cast<std::uint32_t>(reader.at);
  token.all_caps = letters >= 2 && uppers == letters;
  return token;
}

// "U.S.", "J.-C.": single letters each with a full stop are one word with its stops.
void absorb_initials(Reader& reader, Token& token) {
  const auto single_letter_then_stop = [&reader](std::size_t offset) -> std::size_t {
    const DecodedCodePoint letter = reader.peek(offset);
    if (class_of(letter.value) != CharClass::Letter) return 0;
    return reader.peek(offset + letter.length).value == '.' ? letter.length + 1 : 0;
  };
  std::size_t length = single_letter_then_stop(token.start);
  if (length == 0 || token.start + length - 1 != token.end) return;
  std::size_t end = token.start + length;
  std::size_t count = 1;
  while ((length = single_letter_then_stop(end)) != 0) {
    end += length;
    ++count;
  }
  if (count < 2) return;
  token.end = static_cast<std::uint32_t>(end);
  reader.at = end;
}

// The bytes of `word` that a joining entry takes, given that its folded form ends or begins so.
// Folding keeps code points one to one for the entries that languages use, so count code points.
std::size_t bytes_of_points(std::string_view word, std::size_t points) {
  std::size_t offset = 0;
  while (points-- > 0 && offset < word.size()) offset += decode_at(word, offset).length;
  return offset;
}

void refresh_case(std::string_view text, Token& token) {
  const std::string_view word = text.substr(token.start, token.end - token.start);
  std::size_t letters = 0;
  std::size_t uppers = 0;
  token.capitalised = false;
  for (std::size_t offset = 0; offset < word.size();) {
    const DecodedCodePoint point = decode_at(word, offset);
    if (class_of(point.value) == CharClass::Letter) {
      const bool upper = is_upper(point.value);
      if (letters == 0) token.capitalised = upper;
      ++letters;
      uppers += upper ? 1U : 0U;
    }
    offset += point.length;
  }
  token.all_caps = letters >= 2 && uppers == letters;
}

// Cuts elisions off the front of the last token in `tokens`, then an enclitic off its end.
void split_joined(std::string_view text, const JoiningRules& rules, std::vector<Token>& tokens) {
  Token token = tokens.back();
  const std::string_view word = text.substr(token.start, token.end - token.start);
  if (word.size() > kJoinedWordBytesMax) return;
  const bool may_join = std::any_of(word.begin(), word.end(), [](char c) {
    return c == '\'' || c == '-' || c == '\xE2' || c == '\xCA';  // apostrophes and hyphens in UTF-8
  });
  if (!may_join) return;
  std::string folded = fold_word(word);
  tokens.pop_back();
  bool cut = true;
  while (cut) {
    cut = false;
    for (const std::string& elision : rules.elisions) {
      if (folded.size() <= elision.size() || !folded.starts_with(elision)) continue;
      const std::string_view rest = text.substr(token.start, token.end - token.start);
      const std::size_t bytes = bytes_of_points(rest, count_code_points(elision));
      Token head = token;
      head.end = token.start + static_cast<std::uint32_t>(bytes);
      refresh_case(text, head);
      tokens.push_back(head);
      token.start = head.end;
      token.joined = true;
      token.space_before = false;
      folded.erase(0, elision.size());
      cut = true;
      break;
    }
  }
  refresh_case(text, token);
  for (const std::string& enclitic : rules.enclitics) {
    if (folded.size() <= enclitic.size() || !folded.ends_with(enclitic)) continue;
    const std::string_view rest = text.substr(token.start, token.end - token.start);
    const std::size_t points = count_code_points(folded) - count_code_points(enclitic);
    Token tail = token;
    tail.start = token.start + static_cast<std::uint32_t>(bytes_of_points(rest, points));
    tail.joined = true;
    tail.space_before = false;
    token.end = tail.start;
    refresh_case(text, token);
    refresh_case(text, tail);
    tokens.push_back(token);
    tokens.push_back(tail);
    return;
  }
  tokens.push_back(token);
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, const JoiningRules& rules) {
  Reader reader{text.substr(0, kTokenTextBytesMax)};
  std::vector<Token> tokens;
  tokens.reserve(reader.text.size() / 5);
  bool space = true;
  while (!reader.done()) {
    const DecodedCodePoint here = reader.peek(reader.at);
    const CharClass char_class = class_of(here.value);
    if (char_class == CharClass::Space) {
      space = true;
      reader.at += here.length;
      continue;
    }
    const CharClass next_class = class_of(reader.peek(reader.at + here.length).value);
    const bool handle = (here.value == '@' || here.value == '#') && next_class == CharClass::Letter;
    if (char_class == CharClass::Letter || char_class == CharClass::Digit || handle) {
      Token token = read_word(reader);
      token.space_before = space;
      absorb_initials(reader, token);
      tokens.push_back(token);
      split_joined(text, rules, tokens);
    } else {
      const auto start = static_cast<std::uint32_t>(reader.at);
      reader.at += here.length;
      tokens.push_back({.start = start,
                        .end = static_cast<std::uint32_t>(reader.at),
                        .kind = TokenKind::Punctuation,
                        .space_before = space});
    }
    space = false;
  }
  return tokens;
}

std::string fold_word(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  for (std::size_t offset = 0; offset < word.size();) {
    const auto byte = static_cast<unsigned char>(word[offset]);
    if (byte < 0x80) {
      folded.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32)
                                                  : static_cast<char>(byte));
      ++offset;
      continue;
    }
    const DecodedCodePoint point = decode_at(word, offset);
    offset += point.length;
    if (is_apostrophe(point.value)) {
      folded.push_back('\'');
    } else if (point.value == kNonBreakingHyphen || point.value == 0x2010) {
      folded.push_back('-');
    } else if (point.value != kTatweel &&
               !(point.value >= kArabicMarkFirst && point.value <= kArabicMarkLast)) {
      append_utf8(folded, static_cast<char32_t>(u_tolower(static_cast<UChar32>(point.value))));
    }
  }
  return folded;
}

namespace {

// Letters that hands write for one another at a word's end, or without their hamza.
char32_t level_arabic(char32_t point) {
  if (point == kAlefWasla) return kAlef;
  if (point == kAlefMaqsura) return kYeh;
  return point == kTehMarbuta ? kHeh : point;
}

}  // namespace

std::string strip_diacritics(std::string_view folded) {
  if (is_ascii(folded)) return std::string(folded);
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
  assert(U_SUCCESS(status));
  std::string stripped;
  for (std::size_t offset = 0; offset < folded.size();) {
    const DecodedCodePoint point = decode_at(folded, offset);
    offset += point.length;
    std::array<UChar, 8> decomposition{};
    status = U_ZERO_ERROR;
    const int32_t length = unorm2_getDecomposition(nfd, static_cast<UChar32>(point.value),
                                                   decomposition.data(), 8, &status);
    if (U_FAILURE(status) || length < 0) {
      append_utf8(stripped, level_arabic(point.value));
      continue;
    }
    const std::u16string_view parts(decomposition.data(), static_cast<std::size_t>(length));
    for (std::size_t i = 0; i < parts.size(); ++i) {
      char32_t part = parts[i];
      if (U16_IS_LEAD(part) && i + 1 < parts.size()) {
        part = 0x10000 + ((part - 0xD800) << 10U) + (char32_t{parts[++i]} - 0xDC00);
      }
      if ((U_GET_GC_MASK(static_cast<UChar32>(part)) & U_GC_M_MASK) == 0) {
        append_utf8(stripped, part);
      }
    }
  }
  return stripped;
}

}  // namespace dixit::parser
