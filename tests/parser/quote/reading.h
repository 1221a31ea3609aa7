#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "model/document.h"
#include "parser/reader.h"
#include "tests/support/built_in_knowledge.h"

namespace dixit::parser {

// Reads a text of our own in the language named, by the files that ship.
inline model::Document read_in(std::string_view language, std::string_view text) {
  return read_text(support::built_in_knowledge(),
                   {.text = text, .language_hint = std::string(language)});
}

// The innermost quotation whose words hold `part`; an empty one, and a failure, if there is none.
inline model::Quotation quotation_with(const model::Document& document, std::string_view part) {
  const model::Quotation* best = nullptr;
  for (const model::Quotation& quotation : document.quotations) {
    if (quotation.text.find(part) == std::string::npos) continue;
    if (best == nullptr || quotation.text.size() < best->text.size()) best = &quotation;
  }
  if (best == nullptr) ADD_FAILURE() << "no quotation holds: " << part;
  return best == nullptr ? model::Quotation{} : *best;
}

// The names of the hops of one role, with " | " between them.
inline std::string hops(const model::Quotation& quotation, model::HopRole role) {
  std::string names;
  for (const model::Hop& hop : quotation.hops) {
    if (hop.role != role) continue;
    if (!names.empty()) names += " | ";
    names += hop.name;
  }
  return names;
}

}  // namespace dixit::parser
