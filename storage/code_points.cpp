#include "storage/code_points.h"

#include <algorithm>

namespace dixit::storage {
namespace {

// RFC 3629 section 3: every byte of a code point but the first is 10xxxxxx.
bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

std::size_t byte_of_code_point(std::string_view text, std::size_t index) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!starts_code_point(text[i])) continue;
    if (seen == index) return i;
    ++seen;
  }
  return text.size();
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, starts_code_point));
}

std::pair<std::string_view, std::string_view> context_of(std::string_view text,
                                                         const model::Span& span,
                                                         std::size_t count) {
  const std::size_t before = span.start > count ? span.start - count : 0;
  const std::size_t from = byte_of_code_point(text, before);
  const std::string_view rest = text.substr(from);
  const std::string_view prefix = rest.substr(0, byte_of_code_point(rest, span.start - before));
  const std::string_view inside = rest.substr(prefix.size());
  const std::size_t length = span.end > span.start ? span.end - span.start : 0;
  const std::string_view after = inside.substr(byte_of_code_point(inside, length));
  return {prefix, after.substr(0, byte_of_code_point(after, count))};
}

}  // namespace dixit::storage
