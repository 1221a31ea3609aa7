#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parser/quote/scene.h"
#include "parser/quote/subjects.h"

namespace dixit::parser {

// Why a marked stretch is held to be somebody's words, and whose.
struct Attribution {
  CueIndex cue = kNoCue;
  std::optional<Subject> source;
  double score = 0;                   // 0..1
  std::string_view rule;              // how the words hang on what ties them to the source
  bool whole = false;                 // a sentence of its own, not a fragment in the reporter's
  StretchIndex same_as = kNoStretch;  // the utterance that these words go on
  bool met = false;  // who the clause is about has not said them: nobody may be supplied for him
  TokenIndex words_begin =
      kNoToken;                   // where the words begin if not with the stretch: after a label
  std::optional<Subject> teller;  // who says that the source said it, where another does

  bool operator==(const Attribution&) const = default;
};

// By stretch.
using Attributions = std::vector<std::optional<Attribution>>;

// Fewer words than this are a term or a nickname unless the cue stands right beside them.
inline constexpr TokenIndex kFragmentWordsMin = 3;

// From this length on marked words are no title or term, whoever says them.
inline constexpr TokenIndex kSpeechWordsMin = 7;

// Attributes each marked stretch of the scene, or leaves it without when it is a title, a nickname
// or a word held at arm's length. By stretch.
Attributions attribute_stretches(const Scene& scene);

}  // namespace dixit::parser
