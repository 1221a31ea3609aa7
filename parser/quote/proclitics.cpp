#include "parser/quote/proclitics.h"

#include <string>

#include "parser/text/utf8.h"

namespace dixit::parser {
namespace {

// Proclitics that may stand before one word: conjunction, preposition and article.
constexpr int kProcliticsMax = 3;

// The shortest word that is left when a proclitic is cut off.
constexpr std::size_t kRestLettersMin = 2;

// The shortest noun after an article: fewer letters are a name that only looks so.
constexpr std::size_t kNounLettersMin = 3;

// A longer word is nobody's word.
constexpr std::size_t kWordBytesMax = 128;

class ProcliticCutter {
 public:
  ProcliticCutter(std::string_view text, const Language& language, const Entities& entities)
      : text_(text), language_(&language), entities_(&entities) {}

  // Adds the token to `cut`, each proclitic as a token of its own.
  void add(Token token, std::vector<Token>& cut) const {
    for (int count = 0; count < kProcliticsMax; ++count) {
      const std::size_t bytes = proclitic_bytes(token);
      if (bytes == 0) break;
      Token head = token;
      head.end = token.start + static_cast<std::uint32_t>(bytes);
      cut.push_back(head);
      token.start = head.end;
      token.joined = true;
      token.space_before = false;
    }
    cut.push_back(token);
  }

 private:
  // The bytes of the proclitic at the token's front, 0 when it has none.
  [[nodiscard]] std::size_t proclitic_bytes(const Token& token) const {
    const std::string_view word = text_.substr(token.start, token.end - token.start);
    if (token.kind != TokenKind::Word || word.size() > kWordBytesMax) return 0;
    const std::string folded = fold_word(word);
    const std::string* proclitic = proclitic_of(folded, kProcliticsMax);
    return proclitic == nullptr ? 0 : bytes_folding_to(word, *proclitic);
  }

  // The proclitic that leaves a word, or another proclitic with its word.
  [[nodiscard]] const std::string* proclitic_of(std::string_view folded, int depth) const {
    if (depth == 0 || is_known(folded)) return nullptr;
    for (const std::string& proclitic : language_->proclitics) {
      if (!folded.starts_with(proclitic)) continue;
      const std::string_view rest = folded.substr(proclitic.size());
      const std::size_t letters = count_code_points(rest);
      if (letters < kRestLettersMin) continue;
      // A proclitic of two letters has the article in it, so that a noun follows.
      const bool articled = count_code_points(proclitic) > 1 && letters >= kNounLettersMin;
      if (articled || is_known(rest) || !without_article(rest, *language_).empty() ||
          proclitic_of(rest, depth - 1) != nullptr) {
        return &proclitic;
      }
    }
    return nullptr;
  }

  [[nodiscard]] bool is_known(std::string_view folded) const {
    const Lexicon& lexicon = language_->lexicon;
    const auto in_lexicon = [&lexicon](std::string_view word) {
      return lexicon.word(word) != kUnknownWord ||
             lexicon.word_without_diacritics(strip_diacritics(word)) != kUnknownWord;
    };
    if (in_lexicon(folded) || !entities_->named(folded).empty()) return true;
    const std::string_view noun = without_article(folded, *language_);
    return !noun.empty() && in_lexicon(noun);
  }

  // How much of `word` folds to `folded`: vowel marks that folding drops go with their letter.
  static std::size_t bytes_folding_to(std::string_view word, std::string_view folded) {
    std::size_t bytes = 0;
    std::size_t good = 0;
    while (bytes < word.size()) {
      bytes += decode_at(word, bytes).length;
      const std::string read = fold_word(word.substr(0, bytes));
      if (read == folded) good = bytes;
      if (read.size() > folded.size()) break;
    }
    return good;
  }

  std::string_view text_;
  const Language* language_;
  const Entities* entities_;
};

}  // namespace

std::vector<Token> cut_proclitics(std::string_view text, const std::vector<Token>& tokens,
                                  const Language& language, const Entities& entities) {
  if (language.proclitics.empty()) return tokens;
  const ProcliticCutter cutter(text, language, entities);
  std::vector<Token> cut;
  cut.reserve(tokens.size() + tokens.size() / 4);
  for (const Token& token : tokens) cutter.add(token, cut);
  return cut;
}

std::string_view without_article(std::string_view folded, const Language& language) {
  for (const std::string& article : language.articles) {
    if (!folded.starts_with(article)) continue;
    const std::string_view noun = folded.substr(article.size());
    if (count_code_points(noun) >= kNounLettersMin) return noun;
  }
  return {};
}

}  // namespace dixit::parser
