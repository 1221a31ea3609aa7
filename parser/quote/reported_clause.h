#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parser/quote/scene.h"
#include "parser/quote/subjects.h"

namespace dixit::parser {

// A clause without marks that somebody is reported to have said, threatened or held.
struct ReportedClause {
  TokenRange tokens;
  CueIndex cue = kNoCue;
  Tag cue_tag = Tag::Say;  // the cue's class; Threaten for a noun of threatening
  std::optional<Subject> source;
  double score = 0;                  // how often the pattern is right
  std::string_view rule;             // how the words hang on the cue
  StretchIndex region = kNoStretch;  // the marks inside which it is reported
  bool retold = false;               // within words that somebody else reports
  bool verbatim = false;             // the words themselves, after a colon, though without marks
};

// The reported clauses of all sentences: the reporter's own first, then those within marks; each in
// order.
std::vector<ReportedClause> find_reported_clauses(const Scene& scene);

}  // namespace dixit::parser
