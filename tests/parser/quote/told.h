#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {

// A text, a part of its words, and the name of their source: "" where nobody may be named.
struct Told {
  std::string_view language;
  std::string_view text;
  std::string_view part;
  std::string_view name;
};

inline std::ostream& operator<<(std::ostream& out, const Told& told) { return out << told.text; }

// The name that was read.
inline std::string name_in(const Told& told) {
  const auto quotation = quotation_with(read_in(told.language, told.text), told.part);
  return quotation.source ? quotation.source->name : "";
}

}  // namespace dixit::parser
