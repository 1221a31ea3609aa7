#include "storage/stem.h"

#include <libstemmer.h>

#include <map>
#include <memory>

#include "storage/ascii.h"

namespace dixit::storage {
namespace {

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, StemmerDeleter>;

// A stemmer keeps state while it works, so every thread has its own. nullptr is kept as well: it
// says that there is none for the language.
sb_stemmer* stemmer_for(const std::string& language) {
  // Tags come from pages; only so many are worth remembering.
  constexpr std::size_t kLanguagesMax = 64;
  thread_local std::map<std::string, Stemmer> stemmers;
  const auto known = stemmers.find(language);
  if (known != stemmers.end()) return known->second.get();
  if (stemmers.size() >= kLanguagesMax) return nullptr;
  // libstemmer knows ISO 639-1 codes as aliases of its algorithms' names.
  Stemmer stemmer(sb_stemmer_new(language.c_str(), "UTF_8"));
  return stemmers.emplace(language, std::move(stemmer)).first->second.get();
}

}  // namespace

std::string primary_subtag(std::string_view language) {
  return ascii_lower(language.substr(0, language.find_first_of("-_")));
}

std::string stem_of(const std::string& folded_word, std::string_view language) {
  sb_stemmer* stemmer = stemmer_for(primary_subtag(language));
  if (stemmer == nullptr) return folded_word;
  const auto* bytes = reinterpret_cast<const sb_symbol*>(folded_word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer, bytes, static_cast<int>(folded_word.size()));
  if (stem == nullptr) return folded_word;  // out of memory
  const auto length = static_cast<std::size_t>(sb_stemmer_length(stemmer));
  return {reinterpret_cast<const char*>(stem), length};
}

}  // namespace dixit::storage
