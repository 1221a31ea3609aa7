#include "storage/code_points.h"

#include <algorithm>

namespace dixit::storage {
namespace {

// One place in memory for so many code points: a sixteenth of an ASCII text's size or less.
constexpr std::size_t kStretchCodePoints = 128;

// RFC 3629 section 3: every byte of a code point but the first is 10xxxxxx.
bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

// Walks; the text's size when it has fewer.
std::size_t byte_of_code_point(std::string_view text, std::size_t index) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!starts_code_point(text[i])) continue;
    if (seen == index) return i;
    ++seen;
  }
  return text.size();
}

}  // namespace

CodePointPlaces::CodePointPlaces(std::string_view text) : text_(text) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!starts_code_point(text[i])) continue;
    if (seen % kStretchCodePoints == 0) bytes_.push_back(i);
    ++seen;
  }
}

std::size_t CodePointPlaces::byte_of(std::size_t index) const {
  const std::size_t stretch = index / kStretchCodePoints;
  if (stretch >= bytes_.size()) return text_.size();
  const std::size_t from = bytes_[stretch];
  return from + byte_of_code_point(text_.substr(from), index % kStretchCodePoints);
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, starts_code_point));
}

std::pair<std::string_view, std::string_view> context_of(const CodePointPlaces& places,
                                                         const model::Span& span,
                                                         std::size_t count) {
  const std::string_view text = places.text();
  const std::size_t from = places.byte_of(span.start > count ? span.start - count : 0);
  const std::size_t start = places.byte_of(span.start);
  const std::string_view after = text.substr(places.byte_of(std::max(span.start, span.end)));
  return {text.substr(from, start - from), after.substr(0, byte_of_code_point(after, count))};
}

}  // namespace dixit::storage
