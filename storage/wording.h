#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dixit::storage {

// The words of a quotation as clusters compare them.
struct Wording {
  std::vector<std::string> words;      // folded, in order, at most kWordsMax
  std::map<std::string, int> weights;  // stems of content words, with their weights
  int weight = 0;                      // sum of `weights`

  bool operator==(const Wording&) const = default;
};

// Longer quotations are whole speeches: their first words tell them apart.
inline constexpr std::size_t kWordsMax = 400;

// Content words are told from function words by their length, in letters of the folded word, and
// weigh the more the longer their stem is. Frequent words are short in every language that has
// been counted (Zipf's law of abbreviation), so that this needs no list of words per language.
Wording wording_of(std::string_view text, std::string_view language);

// With fewer content words, even the same words may be two utterances ("it is false").
inline constexpr std::size_t kContentWordsToEqual = 3;
bool may_be_anybodys(const Wording& wording);

// With fewer or lighter content words, a large overlap may be chance: "nous allons frapper la
// ville" and "... le port" share three words of four.
inline constexpr std::size_t kContentWordsToCompare = 5;
inline constexpr int kContentWeightToCompare = 12;
bool has_few_content_words(const Wording& wording);

// Weighted Jaccard similarity of the content words: 0 .. 1.
double overlap(const Wording& a, const Wording& b);

// The share of `part`'s runs of three words that stand in `whole` as well: 0 .. 1. An ellipsis
// costs two runs, another order of words nearly all.
double containment(const Wording& part, const Wording& whole);

}  // namespace dixit::storage
