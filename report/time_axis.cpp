#include "report/time_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/html.h"

namespace dixit::report {
namespace {

// In the SVG's own units; the page scales it to the width there is.
constexpr double kWidth = 760;
constexpr double kMargin = 34;
constexpr double kAxisRoom = 30;  // below the baseline, for the labels
constexpr double kTopRoom = 8;
constexpr double kRadiusMin = 6;
constexpr double kRadiusMax = 15;
constexpr double kGap = 2;
// Beyond this height, marks cover one another rather than push the text off the screen.
constexpr double kStackMax = 190;
// A single moment still needs an axis to stand on.
constexpr std::int64_t kSpanMin = 2LL * 24 * 3600;

struct PlacedPoint {
  const AxisPoint* point = nullptr;
  double x = 0;
  double y = 0;  // above the baseline
  double radius = 0;
};

struct Range {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

Range range_of(std::span<const AxisPoint> points) {
  const auto [least, most] = std::ranges::minmax(points, {}, &AxisPoint::time);
  const std::int64_t span = std::max(most.time - least.time, kSpanMin);
  const std::int64_t missing = span - (most.time - least.time);
  return {least.time - missing / 2, most.time + missing - missing / 2};
}

double x_of(const Range& range, std::int64_t time) {
  const double share =
      static_cast<double>(time - range.first) / static_cast<double>(range.last - range.first);
  return kMargin + share * (kWidth - 2 * kMargin);
}

double radius_of(std::size_t weight) {
  return std::min(kRadiusMax, kRadiusMin * std::sqrt(static_cast<double>(weight)));
}

bool overlaps(const PlacedPoint& left, const PlacedPoint& right) {
  const double distance = std::hypot(left.x - right.x, left.y - right.y);
  return distance < left.radius + right.radius + kGap;
}

// Each point as low as the earlier ones leave room.
std::vector<PlacedPoint> placed(std::span<const AxisPoint> points, const Range& range) {
  std::vector<PlacedPoint> result;
  for (const auto& point : points) {
    PlacedPoint placing{&point, x_of(range, point.time), 0, radius_of(point.weight)};
    placing.y = placing.radius + kGap;
    // Points come in the order of time, so that only the last ones can be near.
    for (auto earlier = result.rbegin(); earlier != result.rend() && placing.y < kStackMax;) {
      if (placing.x - earlier->x > 2 * kRadiusMax + kGap) break;
      if (overlaps(*earlier, placing)) {
        placing.y += kGap * 2;
        earlier = result.rbegin();
      } else {
        ++earlier;
      }
    }
    placing.y = std::min(placing.y, kStackMax);
    result.push_back(placing);
  }
  return result;
}

std::string shape_of(const PlacedPoint& placing, double baseline) {
  const double x = placing.x;
  const double y = baseline - placing.y;
  const double r = placing.radius;
  if (placing.point->css_class.starts_with("coercive")) {
    return fmt::format(
        R"(<path d="M{:.1f} {:.1f}l{:.1f} {:.1f}l-{:.1f} {:.1f}l-{:.1f} -{:.1f}z"/>)", x, y - r, r,
        r, r, r, r, r);
  }
  return fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>)", x, y, r);
}

}  // namespace

std::string time_axis_svg(std::span<const AxisPoint> points) {
  if (points.empty()) return {};
  const Range range = range_of(points);
  const auto placings = placed(points, range);
  double height = 0;
  for (const auto& placing : placings) height = std::max(height, placing.y + placing.radius);
  const double baseline = kTopRoom + height;
  std::string svg = fmt::format(
      R"(<svg class="axis" viewBox="0 0 {:.0f} {:.0f}" role="group" aria-label="Time axis">)",
      kWidth, baseline + kAxisRoom);
  svg += fmt::format(R"(<line class="base" x1="8" y1="{0:.1f}" x2="{1:.0f}" y2="{0:.1f}"/>)",
                     baseline, kWidth - 8);
  for (const auto& tick : axis_ticks(range.first, range.last)) {
    const double x = x_of(range, tick.time);
    svg +=
        fmt::format(R"(<line class="tick" x1="{0:.1f}" y1="{1:.1f}" x2="{0:.1f}" y2="{2:.1f}"/>)",
                    x, baseline, baseline + 6);
    svg += fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>)", x,
                       baseline + 21, html_escaped(tick.label));
  }
  for (const auto& placing : placings) {
    const auto& point = *placing.point;
    svg += fmt::format(R"(<a id="dot-{0}" class="dot {1}" href="#{0}"><title>{2}</title>{3}</a>)",
                       html_escaped(point.target), html_escaped(point.css_class),
                       html_escaped(point.label), shape_of(placing, baseline));
  }
  return svg + "</svg>";
}

}  // namespace dixit::report
