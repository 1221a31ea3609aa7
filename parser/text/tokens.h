#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dixit::parser {

// Words, numbers and marks of a text, cut where the language's data says that words join.
//
// Characters are classed by ICU's general categories. UAX #29 words would cut neither "l'homme" nor
// "dit-il" nor the English genitive, which are separate words to everything that follows, so the
// rules for joined words are the language's: elisions at a word's front, enclitics at its end.

enum class TokenKind : std::uint8_t { Word, Number, Punctuation };

struct Token {
  std::uint32_t start = 0;  // bytes
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::Word;
  bool capitalised = false;   // first letter is upper or title case
  bool all_caps = false;      // two or more letters, all upper case
  bool space_before = false;  // white space or the text's start stands before it
  bool joined = false;        // was cut off the token before it: nothing stands between

  bool operator==(const Token&) const = default;
};

// How a language joins words; every entry is folded by fold_word().
struct JoiningRules {
  std::vector<std::string> elisions;   // with the apostrophe: "l'"
  std::vector<std::string> enclitics;  // with the hyphen or apostrophe: "-t-il", "'s"
};

// Text longer than this is not cut into tokens: offsets are 32-bit, and no page is that long.
inline constexpr std::size_t kTokenTextBytesMax = 64u << 20;

// Cuts `text` (valid UTF-8) into tokens in order. Linear. Text beyond kTokenTextBytesMax is left
// out.
std::vector<Token> tokenize(std::string_view text, const JoiningRules& rules);

// Lower case, typewriter apostrophes, no Arabic vowel marks or tatweel: the form of words in a
// lexicon.
std::string fold_word(std::string_view word);

// The same without diacritics, for text in capitals that leaves them out; Arabic letters without
// their hamza, and those written for one another at a word's end made one.
std::string strip_diacritics(std::string_view folded);

}  // namespace dixit::parser
