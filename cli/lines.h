#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>

namespace dixit::cli {

// A batch line carries at most one page with every byte escaped; this is far beyond.
inline constexpr std::size_t kLineBytesMax = 64u << 20;

struct Line {
  std::string text;        // without its line end
  bool truncated = false;  // longer than kLineBytesMax; the rest was read and dropped
};

// The next line, or nothing at the end of the stream.
std::optional<Line> next_line(std::istream& in);

}  // namespace dixit::cli
