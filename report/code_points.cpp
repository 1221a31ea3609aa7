#include "report/code_points.h"

#include <algorithm>

#include "report/utf8.h"

namespace dixit::report {

CodePoints::CodePoints(std::string_view utf8) : text_(decode_utf8(utf8)) {}

std::string CodePoints::slice(model::Span span) const {
  const std::size_t end = std::min(span.end, text_.size());
  const std::size_t start = std::min(span.start, end);
  return encode_utf8(std::u32string_view(text_).substr(start, end - start));
}

model::Span CodePoints::line_around(std::size_t index) const {
  index = std::min(index, text_.size());
  std::size_t start = index;
  while (start > 0 && text_[start - 1] != U'\n') --start;
  std::size_t end = index;
  while (end < text_.size() && text_[end] != U'\n') ++end;
  return {start, end};
}

}  // namespace dixit::report
