#pragma once

#include <string>
#include <string_view>

namespace dixit::storage {

// The stem of a folded word by Snowball's algorithm for the language (BCP 47; its primary subtag
// decides), or the word itself when there is none for it. Folding comes first, so that texts in
// capitals without accents give the same stems.
//
// Thread-safe.
std::string stem_of(const std::string& folded_word, std::string_view language);

// "fr" of "fr-CA", in small letters.
std::string primary_subtag(std::string_view language);

}  // namespace dixit::storage
