#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dixit::storage {

// The text in the form in which spellings of the same words compare equal: compatibility forms and
// case folded (Unicode's NFKC_Casefold), diacritics, vowel marks and Arabic's lengthening stroke
// gone, ligatures of Latin letters written out. For keys, never for showing.
std::string fold(std::string_view text);

// The folded words of a text: runs of letters and digits. Han, Hiragana and Katakana, which put no
// space between words, give a word for each character.
std::vector<std::string> words_of(std::string_view text);

// The words with a space behind each, so that no two lists of words give one key.
std::string spaced(std::span<const std::string> words);

}  // namespace dixit::storage
