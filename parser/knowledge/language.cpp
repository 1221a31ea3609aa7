#include "parser/knowledge/language.h"

#include <algorithm>

namespace dixit::parser {

std::span<const std::string> Language::words(Tag tag) const {
  const auto found = words_.find(tag);
  if (found == words_.end()) return {};
  return found->second;
}

namespace {

bool holds(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Cuts a phrase into words as running text is cut. An elision or enclitic at its edge has nothing
// in the phrase to be cut from: "lors d'", "-t-il".
std::vector<std::string> words_of(std::string_view folded, const JoiningRules& joining) {
  const std::size_t space = folded.rfind(' ');
  const std::string_view last = folded.substr(space == std::string_view::npos ? 0 : space + 1);
  const bool edge = holds(joining.elisions, last) || holds(joining.enclitics, last);
  const std::string_view front = edge ? folded.substr(0, folded.size() - last.size()) : folded;
  std::vector<std::string> words;
  for (const Token& token : tokenize(front, joining)) {
    words.emplace_back(front.substr(token.start, token.end - token.start));
  }
  if (edge) words.emplace_back(last);
  return words;
}

}  // namespace

void Language::add(std::string_view phrase, const LexiconEntry& entry) {
  constexpr std::string_view kGap = " … ";
  if (const std::size_t gap = phrase.find(kGap); gap != std::string_view::npos) {
    LexiconEntry gapped = entry;
    gapped.particle = lexicon.add_word(fold_word(phrase.substr(gap + kGap.size())));
    add(phrase.substr(0, gap), gapped);
    return;
  }
  const std::string folded = fold_word(phrase);
  const std::vector<std::string> pieces = words_of(folded, joining);
  if (pieces.empty()) return;
  lexicon.add(pieces, entry);
  words_[entry.tag].push_back(folded);
}

}  // namespace dixit::parser
