#include "storage/signature.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <set>
#include <span>

#include "storage/fold.h"
#include "storage/keys.h"
#include "storage/stem.h"

namespace dixit::storage {
namespace {

constexpr std::size_t kShingleWords = 4;
constexpr std::size_t kWinnowWindow = 5;
constexpr std::size_t kBands = 20;
constexpr std::size_t kRows = 3;

using Hashes = std::vector<std::uint64_t>;

// The finaliser of SplitMix64: one permutation of the 64-bit numbers for each seed.
std::uint64_t permuted(std::uint64_t value, std::uint64_t seed) {
  value += (seed + 1) * 0x9E3779B97F4A7C15ULL;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31U);
}

std::uint64_t hash_number(std::string_view text) { return read_number_key(short_hash(text)); }

// Of each window of consecutive shingles the least one (Schleimer, Wilkerson and Aiken,
// "Winnowing", SIGMOD 2003).
std::set<std::uint64_t> winnow(const Hashes& shingles) {
  std::set<std::uint64_t> chosen;
  const std::size_t window = std::min(kWinnowWindow, shingles.size());
  for (std::size_t i = 0; window > 0 && i + window <= shingles.size(); ++i) {
    const auto from = shingles.begin() + static_cast<std::ptrdiff_t>(i);
    chosen.insert(*std::min_element(from, from + static_cast<std::ptrdiff_t>(window)));
  }
  return chosen;
}

std::vector<std::string> shingle_keys(const Wording& wording) {
  Hashes shingles;
  for (std::size_t i = 0; i + kShingleWords <= wording.words.size(); ++i) {
    shingles.push_back(
        hash_number("s|" + spaced(std::span(wording.words).subspan(i, kShingleWords))));
  }
  std::vector<std::string> keys;
  for (const std::uint64_t shingle : winnow(shingles)) keys.push_back(number_key(shingle));
  return keys;
}

// A word of weight w stands w times, which makes the share of equal minima the weighted Jaccard
// similarity (Broder, "On the resemblance and containment of documents", 1997).
Hashes weighted_elements(const Wording& wording) {
  Hashes elements;
  for (const auto& [stem, weight] : wording.weights) {
    const std::uint64_t base = hash_number(stem);
    for (int copy = 0; copy < weight; ++copy) {
      elements.push_back(permuted(base, static_cast<std::uint64_t>(copy)));
    }
  }
  return elements;
}

std::vector<std::string> band_keys(const Wording& wording, std::string_view language) {
  const Hashes elements = weighted_elements(wording);
  std::vector<std::string> keys;
  for (std::size_t band = 0; band < kBands; ++band) {
    std::string content = "b|" + primary_subtag(language) + "|" + number_key(band);
    for (std::size_t row = 0; row < kRows; ++row) {
      const std::uint64_t seed = 1000 + band * kRows + row;
      std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
      for (const std::uint64_t element : elements) {
        least = std::min(least, permuted(element, seed));
      }
      content += number_key(least);
    }
    keys.push_back(short_hash(content));
  }
  return keys;
}

std::uint64_t sketch_of(const Wording& wording) {
  std::uint64_t sketch = 0;
  for (const auto& [stem, weight] : wording.weights) {
    sketch |= std::uint64_t{1} << (hash_number(stem) % 64);
  }
  return sketch;
}

}  // namespace

Signature signature_of(const Wording& wording, std::string_view language) {
  Signature signature;
  signature.exact = short_hash("x|" + spaced(wording.words));
  if (has_few_content_words(wording)) return signature;
  signature.shingles = shingle_keys(wording);
  signature.bands = band_keys(wording, language);
  signature.sketch = sketch_of(wording);
  return signature;
}

bool sketches_meet(std::uint64_t a, std::uint64_t b) {
  // Half the weight of overlap is seldom less than a fifth of the words.
  const int shared = std::popcount(a & b);
  const int all = std::popcount(a | b);
  return shared * 5 >= all;
}

}  // namespace dixit::storage
