#include "policy/path_pattern.h"

#include <cstddef>
#include <vector>

#include "policy/ascii.h"

namespace dixit::policy {
namespace {

// borders[i] is the length of the longest proper prefix of `needle` that ends at i.
std::vector<std::size_t> borders_of(std::string_view needle) {
  std::vector<std::size_t> borders(needle.size(), 0);
  std::size_t length = 0;
  for (std::size_t i = 1; i < needle.size(); ++i) {
    while (length > 0 && needle[i] != needle[length]) length = borders[length - 1];
    if (needle[i] == needle[length]) ++length;
    borders[i] = length;
  }
  return borders;
}

// Finds `needle` at or after `from` as Knuth, Morris and Pratt do, so that a pattern such as
// "*aaaa...b" against a path of "aaaa..." cannot cost the product of their lengths.
std::size_t find_from(std::string_view text, std::string_view needle, std::size_t from) {
  if (needle.empty()) return from;
  const std::size_t first = text.find(needle.front(), from);
  if (first == std::string_view::npos || needle.size() == 1) return first;
  const std::vector<std::size_t> borders = borders_of(needle);
  std::size_t matched = 0;
  for (std::size_t i = first; i < text.size(); ++i) {
    while (matched > 0 && text[i] != needle[matched]) matched = borders[matched - 1];
    if (text[i] == needle[matched]) ++matched;
    if (matched == needle.size()) return i + 1 - matched;
  }
  return std::string_view::npos;
}

}  // namespace

bool pattern_matches(std::string_view pattern, std::string_view path) {
  const bool to_the_end = pattern.ends_with('$');
  if (to_the_end) pattern.remove_suffix(1);
  const bool has_star = pattern.find('*') != std::string_view::npos;
  const std::string_view head = take_field(pattern, '*');
  if (!path.starts_with(head)) return false;
  if (!has_star) return !to_the_end || path.size() == head.size();

  std::size_t reached = head.size();
  while (pattern.find('*') != std::string_view::npos) {
    const std::string_view stretch = take_field(pattern, '*');
    const std::size_t found = find_from(path, stretch, reached);
    if (found == std::string_view::npos) return false;
    reached = found + stretch.size();
  }
  if (to_the_end) return path.size() - reached >= pattern.size() && path.ends_with(pattern);
  return find_from(path, pattern, reached) != std::string_view::npos;
}

}  // namespace dixit::policy
