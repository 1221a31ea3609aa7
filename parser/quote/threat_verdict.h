#pragma once

#include <vector>

#include "model/threat.h"
#include "parser/quote/threat_signals.h"

namespace dixit::parser {

// What the signals of a quotation add up to.
struct ThreatVerdict {
  double total = 0;  // evidence of the likelier kind of harm, with all that names none
  model::ThreatClass threat_class = model::ThreatClass::None;

  // 0..1; half of it is a threat.
  [[nodiscard]] double score() const;
};

// Sums the evidence up, sentence by sentence of the words, and takes the sentence that threatens
// most: what stands in different sentences of a long speech does not add up. Whom a sentence
// addresses and on what terms may stand in the one before or after it. Harm alone is news: a
// threat also says that it will come.
ThreatVerdict weigh(const Analysis& analysis, const Draft& draft,
                    const std::vector<Signal>& signals);

}  // namespace dixit::parser
