#include "parser/knowledge/language.h"

namespace dixit::parser {

std::span<const std::string> Language::words(Tag tag) const {
  const auto found = words_.find(tag);
  if (found == words_.end()) return {};
  return found->second;
}

void Language::add(std::string_view phrase, const LexiconEntry& entry) {
  const std::string folded = fold_word(phrase);
  std::vector<std::string> pieces;
  for (const Token& token : tokenize(folded, joining)) {
    pieces.push_back(folded.substr(token.start, token.end - token.start));
  }
  if (pieces.empty()) return;
  lexicon.add(pieces, entry);
  words_[entry.tag].push_back(folded);
}

}  // namespace dixit::parser
