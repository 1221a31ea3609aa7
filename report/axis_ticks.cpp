#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/time_axis.h"

namespace dixit::report {
namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 24 * kHour;

// Steps of equal length, then steps of whole months.
constexpr std::array kSecondSteps{kHour, 6 * kHour, kDay, 2 * kDay, 7 * kDay, 14 * kDay};
constexpr std::array kMonthSteps{1, 3, 6, 12, 24, 60, 120, 300, 600, 1200};

date::sys_days day_of(std::int64_t time) {
  return date::floor<date::days>(date::sys_seconds{std::chrono::seconds{time}});
}

std::int64_t round_up(std::int64_t time, std::int64_t step) {
  const std::int64_t below = time - ((time % step) + step) % step;
  return below == time ? time : below + step;
}

std::string second_label(std::int64_t time, std::int64_t step) {
  const date::year_month_day day{day_of(time)};
  std::string label =
      fmt::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()}, unsigned{day.day()});
  if (step < kDay) label += fmt::format(" {:02}h", ((time % kDay) + kDay) % kDay / kHour);
  return label;
}

std::vector<AxisTick> second_ticks(std::int64_t first, std::int64_t last, std::int64_t step) {
  std::vector<AxisTick> ticks;
  for (std::int64_t time = round_up(first, step); time <= last && ticks.size() <= kAxisTicksMax;
       time += step) {
    ticks.push_back({time, second_label(time, step)});
  }
  return ticks;
}

std::vector<AxisTick> month_ticks(std::int64_t first, std::int64_t last, int step) {
  const date::year_month_day start{day_of(first)};
  // Months since the year 0, so that steps fall on Januaries.
  int month = int{start.year()} * 12 + static_cast<int>(unsigned{start.month()}) - 1;
  month -= ((month % step) + step) % step;
  std::vector<AxisTick> ticks;
  while (ticks.size() <= kAxisTicksMax) {
    const int year = month / 12;
    const auto of_year = static_cast<unsigned>(month % 12 + 1);
    const date::sys_days day{date::year{year} / date::month{of_year} / date::day{1}};
    const std::int64_t time = date::sys_seconds{day}.time_since_epoch().count();
    if (time > last) break;
    const std::string label =
        step >= 12 ? fmt::format("{:04}", year) : fmt::format("{:04}-{:02}", year, of_year);
    if (time >= first) ticks.push_back({time, label});
    month += step;
  }
  return ticks;
}

}  // namespace

std::vector<AxisTick> axis_ticks(std::int64_t first, std::int64_t last) {
  for (const std::int64_t step : kSecondSteps) {
    if ((last - first) / step > static_cast<std::int64_t>(kAxisTicksMax)) continue;
    auto ticks = second_ticks(first, last, step);
    if (ticks.size() <= kAxisTicksMax) return ticks;
  }
  for (const int step : kMonthSteps) {
    auto ticks = month_ticks(first, last, step);
    if (ticks.size() <= kAxisTicksMax) return ticks;
  }
  return {};
}

}  // namespace dixit::report
