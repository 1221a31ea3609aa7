#pragma once

#include <optional>

#include "parser/quote/clause.h"

namespace dixit::parser {

// Whom somebody holds to have threatened, by the deed that a preposition hangs on him: "arrested
// Smith for threatening to", "Smith was accused of threatening to", "accuse Smith d'avoir menacé
// de". Whoever arrests or accuses threatens nobody.
//
// The subject is empty where such a person stands there and is not named; nothing is returned where
// the cue hangs on nobody so.
struct ChargedPerson {
  std::optional<Subject> subject;
};
std::optional<ChargedPerson> charged_person(const Clause& clause);

}  // namespace dixit::parser
