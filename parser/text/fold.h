#pragma once

#include <string>
#include <string_view>

namespace dixit::parser {

// The text in the form in which spellings of the same words compare equal: compatibility forms
// resolved, case folded (Unicode's NFKC_Casefold), diacritics and vowel marks gone. "ÉTÉ" and "ete"
// both give "ete". For keys and look-ups, never for showing. Invalid bytes count as U+FFFD.
std::string fold(std::string_view text);

}  // namespace dixit::parser
