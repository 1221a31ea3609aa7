#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/span.h"

namespace dixit::report {

// A text that can be cut where the model's spans say: by code points.
class CodePoints {
 public:
  explicit CodePoints(std::string_view utf8);

  [[nodiscard]] std::size_t size() const { return text_.size(); }
  // Requires: index < size().
  [[nodiscard]] char32_t at(std::size_t index) const { return text_[index]; }
  // UTF-8 of the part of `span` that lies inside the text.
  [[nodiscard]] std::string slice(model::Span span) const;
  // The line (between newlines) around `index`, without its newline.
  [[nodiscard]] model::Span line_around(std::size_t index) const;

 private:
  std::u32string text_;
};

}  // namespace dixit::report
