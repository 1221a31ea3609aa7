#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "model/span.h"

namespace dixit::storage {

// Where the code points of one UTF-8 text begin, found at a cost that does not grow with the text.
//
// Ownership: keeps a view of the text, which must outlive it.
class CodePointPlaces {
 public:
  explicit CodePointPlaces(std::string_view text);

  [[nodiscard]] std::string_view text() const { return text_; }

  // Byte of code point `index`, the text's size when it has fewer.
  [[nodiscard]] std::size_t byte_of(std::size_t index) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> bytes_;  // of the first of every stretch of code points
};

std::size_t count_code_points(std::string_view text);

// Up to `count` code points before and after `span`.
std::pair<std::string_view, std::string_view> context_of(const CodePointPlaces& places,
                                                         const model::Span& span,
                                                         std::size_t count);

}  // namespace dixit::storage
