#pragma once

#include <optional>

#include "parser/quote/scene.h"
#include "parser/quote/subject.h"

namespace dixit::parser {

// Words that whoever a clause is about did not say: he received, found or heard them ("Smith opened
// a letter: “…”"), or he hands on another's ("Smith recalled the words of Jones: “…”").
struct MetWords {
  std::optional<Subject> owner;  // whose the clause says they are
};

// `clause` reaches from behind its subject, or from its verb, to the words. Nothing where the
// clause does not say so, or where its subject is itself what words stand in: "the letter read".
std::optional<MetWords> met_words(const Scene& scene, const Frame& frame,
                                  const std::optional<Subject>& subject, TokenRange clause,
                                  const MarkedStretch& words);

// The same of the noun that a participle or relative clause says words of: "a letter saying".
std::optional<MetWords> met_in(const Scene& scene, const Frame& frame,
                               const std::optional<Subject>& subject, TokenIndex noun);

}  // namespace dixit::parser
