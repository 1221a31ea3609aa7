#pragma once

#include <cstdint>
#include <optional>

#include "parser/quote/scene.h"

namespace dixit::parser {

// How reported words hang on the cue before them.
enum class ComplementKind : std::uint8_t {
  Clause,      // "said that the bridge would stay": opened by a complementizer
  Bare,        // "said the bridge would stay": opened by nothing, or by a comma alone
  Infinitive,  // "promised to stay", "menacé de partir"
  Threat,      // "gedroht mit Gewalt", "threatened retaliation": a noun for what will be done
  Noun,        // "announced a strike": a noun for what was said
};

// Words of place and time that may stand between a cue and what it governs.
inline constexpr TokenIndex kPlaceReach = 18;

// Words in marks that may stand inside a noun phrase: a nickname.
inline constexpr TokenIndex kNicknameMax = 2;

// What a cue governs after itself.
struct Complement {
  ComplementKind kind = ComplementKind::Clause;
  TokenIndex begin = 0;  // with the word that opens it
  TokenIndex words = 0;  // without
  TokenIndex end =
      kNoToken;  // where the verb's frame closes; kNoToken where the clause itself tells
};

// The complement of a cue in its sentence, sought from the token `from` (after the cue, or after a
// subject that follows it) over adverbs, times, hearers and places. Nothing where the cue governs
// nothing to its right, or where words in marks follow.
std::optional<Complement> complement_after(const Scene& scene, const Frame& frame, const Cue& cue,
                                           TokenIndex from);

}  // namespace dixit::parser
