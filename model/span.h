#pragma once

#include <cstddef>

namespace dixit::model {

// A half-open range of Unicode code points in a document's text: [start, end).
//
// Code points, not bytes, because that is what W3C TextPositionSelector counts and what every
// consumer of an export, whatever its language, can agree on.
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;

  bool operator==(const Span&) const = default;
  auto operator<=>(const Span&) const = default;
};

}  // namespace dixit::model
