#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parser/knowledge/features.h"
#include "parser/knowledge/tag.h"

namespace dixit::parser {

using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = UINT32_MAX;

// What one reading of a word or phrase is.
struct LexiconEntry {
  Tag tag{};
  Features features{};
  WordId particle = kUnknownWord;  // a word that must end a clause later: "gab … bekannt"

  bool operator==(const LexiconEntry&) const = default;
};

// Words and phrases of one language with what they are good for: a trie over words.
class Lexicon {
 public:
  // Adds a reading of the phrase. Requires: words are folded and there is at least one.
  void add(std::span<const std::string> words, const LexiconEntry& entry);

  // The number of a folded word, given to it when it has none.
  WordId add_word(const std::string& folded);

  // The number of a folded word that stands in some phrase, else kUnknownWord.
  [[nodiscard]] WordId word(std::string_view folded) const;

  // The same for a word in capitals whose diacritics may be missing.
  [[nodiscard]] WordId word_without_diacritics(std::string_view folded) const;

  // A place in the trie: the words read so far. Node 0 is the start.
  using Node = std::uint32_t;
  static constexpr Node kStart = 0;
  static constexpr Node kNowhere = UINT32_MAX;
  [[nodiscard]] Node step(Node from, WordId word) const;

  // The readings of the phrase that ends at this node.
  [[nodiscard]] std::span<const LexiconEntry> entries(Node node) const { return nodes_[node]; }

  [[nodiscard]] std::size_t phrases() const { return nodes_.size() - 1; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <typename T>
  using WordMap = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  WordMap<WordId> words_;
  WordMap<WordId> stripped_words_;
  std::unordered_map<std::uint64_t, Node> edges_;  // node << 32 | word
  std::vector<Node> first_;                        // by word: the edge from kStart
  std::vector<std::vector<LexiconEntry>> nodes_{1};
};

}  // namespace dixit::parser
