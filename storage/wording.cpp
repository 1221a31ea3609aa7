#include "storage/wording.h"

#include <algorithm>
#include <set>

#include "storage/code_points.h"
#include "storage/fold.h"
#include "storage/stem.h"

namespace dixit::storage {
namespace {

// Alphabets with vowels write function words with up to three letters for the most part; scripts
// without them (Arabic, Hebrew) are a letter shorter, Han words shorter still.
std::size_t content_letters_min(std::string_view word) {
  constexpr std::size_t kAlphabet = 4;
  constexpr std::size_t kConsonants = 3;
  const auto first = static_cast<unsigned char>(word.front());
  constexpr unsigned char kHebrewFrom = 0xD6;  // UTF-8 lead bytes of U+0590 ..
  constexpr unsigned char kArabicTo = 0xDB;    // .. U+06FF
  constexpr unsigned char kThreeBytes = 0xE0;  // the scripts of Asia, and Han
  if (first >= kHebrewFrom && first <= kArabicTo) return kConsonants;
  return first >= kThreeBytes ? 1 : kAlphabet;
}

int weight_of(std::size_t letters) {
  // A stem of four letters weighs 1, of eight 5; beyond that, length says nothing more.
  constexpr std::size_t kLightest = 4;
  constexpr std::size_t kHeaviest = 8;
  return static_cast<int>(std::clamp(letters, kLightest, kHeaviest) - kLightest + 1);
}

std::set<std::string> runs_of_three(const std::vector<std::string>& words) {
  std::set<std::string> runs;
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    runs.insert(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]);
  }
  return runs;
}

}  // namespace

Wording wording_of(std::string_view text, std::string_view language) {
  Wording wording;
  wording.words = words_of(text);
  if (wording.words.size() > kWordsMax) wording.words.resize(kWordsMax);
  for (const std::string& word : wording.words) {
    if (count_code_points(word) < content_letters_min(word)) continue;
    const std::string stem = stem_of(word, language);
    const int weight = weight_of(count_code_points(stem));
    if (wording.weights.emplace(stem, weight).second) wording.weight += weight;
  }
  return wording;
}

bool may_be_anybodys(const Wording& wording) {
  return wording.weights.size() < kContentWordsToEqual;
}

bool has_few_content_words(const Wording& wording) {
  return wording.weights.size() < kContentWordsToCompare ||
         wording.weight < kContentWeightToCompare;
}

double overlap(const Wording& a, const Wording& b) {
  int shared = 0;
  for (const auto& [stem, weight] : a.weights) {
    if (b.weights.contains(stem)) shared += weight;
  }
  const int all = a.weight + b.weight - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / all;
}

double containment(const Wording& part, const Wording& whole) {
  const auto runs = runs_of_three(part.words);
  if (runs.empty()) return 0;
  const auto all = runs_of_three(whole.words);
  const auto found =
      std::ranges::count_if(runs, [&](const auto& run) { return all.contains(run); });
  return static_cast<double>(found) / static_cast<double>(runs.size());
}

}  // namespace dixit::storage
