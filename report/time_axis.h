#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dixit::report {

// One mark above a time axis.
struct AxisPoint {
  std::int64_t time = 0;   // Unix seconds
  std::string target;      // id of the element that a click leads to
  std::string label;       // for those who point at it, or hear it read
  std::string css_class;   // "violent", "coercive" or "none", and "hedged"
  std::size_t weight = 1;  // outlets: the mark's area grows with them
};

struct AxisTick {
  std::int64_t time = 0;
  std::string label;  // ISO 8601, as short as the ticks allow

  bool operator==(const AxisTick&) const = default;
};

// Round moments between two times, at most kAxisTicksMax of them: hours, days, months or years.
// Requires: first <= last.
std::vector<AxisTick> axis_ticks(std::int64_t first, std::int64_t last);

inline constexpr std::size_t kAxisTicksMax = 9;

// The axis as an SVG element that carries no style of its own. Points that would cover one another
// are stacked.
std::string time_axis_svg(std::span<const AxisPoint> points);

}  // namespace dixit::report
