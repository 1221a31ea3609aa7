#pragma once

#include <string>
#include <string_view>

namespace dixit::storage {

// What can be wrong with a WARC record or file.
enum class WarcProblemKind {
  Missing,      // a field that the record's type requires (ISO 28500:2017 annex A)
  Invalid,      // a value that breaks its grammar, or a structure that breaks the file's
  Duplicate,    // a field that may stand only once
  Mismatch,     // a digest that is not that of the bytes
  Damaged,      // bytes cut off or not inflatable
  Empty,        // a field without a value
  Unknown,      // a type, profile or digest that the standard does not name
  Recommended,  // what the standard recommends and the record does not do
};

struct WarcProblem {
  WarcProblemKind kind = WarcProblemKind::Invalid;
  std::string what;   // the field, or the part of the file
  std::string found;  // as far as it can be shown

  bool operator==(const WarcProblem&) const = default;
};

std::string_view name_of(WarcProblemKind kind);

// Whether it breaks the standard; the others are worth a warning.
bool is_error(WarcProblemKind kind);

}  // namespace dixit::storage
