#pragma once

#include <optional>

#include "parser/quote/attribute.h"

namespace dixit::parser {

// Words whose speaker stands beside them without any verb.

// "“SMITH: We go.”": a transcript's label in capitals opens the words.
std::optional<Attribution> turn_named_by_label(const Scene& scene, StretchIndex stretch);

// "“We go.” — Jane Smith, baker": a dash and a name close the paragraph, or make up the next one.
std::optional<Attribution> words_signed_by(const Scene& scene, const Frame& frame,
                                           StretchIndex stretch);

}  // namespace dixit::parser
