#pragma once

#include <string>
#include <string_view>

namespace dixit::parser {

// The human language that a text is in.
struct DetectedLanguage {
  std::string code = "und";  // BCP 47 primary subtag, with a script where that parts written forms
  bool reliable = false;     // false: a guess, or the hint handed back

  bool operator==(const DetectedLanguage&) const = default;
};

// Reads the language off the words. `text` is UTF-8; `hint` is what page or caller declares (BCP 47
// or the "fr_FR" spelling, "" when unknown): it nudges the statistics and is the answer where the
// text is too short to tell. Thread-safe.
DetectedLanguage detect_language(std::string_view text, std::string_view hint);

// The primary subtag in lower case of a declared language: "fr" of "fr-CA", "fr_FR" or "FR"; ""
// when it is no language tag.
std::string primary_subtag(std::string_view tag);

}  // namespace dixit::parser
