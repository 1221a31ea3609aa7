#include "parser/quote/clause_pattern.h"

namespace dixit::parser {

ClausePattern pattern_of(ComplementKind kind) {
  switch (kind) {
    case ComplementKind::Clause:
      return {"clause.complementizer", 0.95};
    case ComplementKind::Bare:
      return {"clause.bare", 0.9};
    case ComplementKind::Infinitive:
      return {"clause.infinitive", 0.85};
    case ComplementKind::Threat:
      return {"clause.threatened", 0.9};
    case ComplementKind::Noun:
      break;
  }
  return {"clause.noun", 0.6};
}

}  // namespace dixit::parser
