#include "report/stats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "report/table.h"
#include "storage/utc.h"

namespace dixit::report {
namespace {

constexpr std::size_t kDayLength = 10;
// The rest is in the JSON: a terminal is for an impression.
constexpr std::size_t kGroupsMax = 20;

using Counts = std::map<std::string, std::uint64_t>;

std::string day_of(std::int64_t unix_seconds) {
  return storage::iso_utc(unix_seconds * 1000).substr(0, kDayLength);
}

std::string counts_table(const Counts& counts, const std::string& title, const Style& style) {
  std::vector<std::pair<std::string, std::uint64_t>> groups(counts.begin(), counts.end());
  std::ranges::stable_sort(groups, std::ranges::greater(),
                           &std::pair<std::string, std::uint64_t>::second);
  Table table({{.title = title, .width_min = 8}, {.title = "DOCUMENTS", .right_aligned = true}});
  for (std::size_t i = 0; i < std::min(groups.size(), kGroupsMax); ++i) {
    const auto& [name, count] = groups[i];
    table.add_row({StyledText().add(Tone::Name, name.empty() ? "?" : name),
                   StyledText().add(fmt::format("{}", count))});
  }
  std::string out = "\n" + table.print(style);
  if (groups.size() > kGroupsMax) out += fmt::format("and {} more\n", groups.size() - kGroupsMax);
  return out;
}

void write_counts(JsonWriter& json, std::string_view name, const Counts& counts) {
  json.key(name);
  json.begin_object();
  for (const auto& [group, count] : counts) json.member_number(group, count);
  json.end_object();
}

std::vector<std::pair<std::string, std::uint64_t>> totals(const storage::ArchiveStats& stats) {
  return {{"captures", stats.captures},
          {"documents", stats.documents},
          {"articles", stats.articles},
          {"quotations", stats.quotations},
          {"threats", stats.threats},
          {"clusters", stats.clusters},
          {"urls_known", stats.urls_known},
          {"urls_queued", stats.urls_queued},
          {"warc_files", stats.warc_files},
          {"warc_bytes", stats.warc_bytes},
          {"database_bytes", stats.database_bytes}};
}

}  // namespace

std::string byte_text(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 5> kUnits{"bytes", "kB", "MB", "GB", "TB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (value >= 1000 && unit + 1 < kUnits.size()) {
    value /= 1000;
    ++unit;
  }
  return unit == 0 ? fmt::format("{} bytes", bytes) : fmt::format("{:.1f} {}", value, kUnits[unit]);
}

std::string stats_text(const storage::ArchiveStats& stats, const Style& style) {
  Table table({{.title = "WHAT"}, {.title = "COUNT", .right_aligned = true}});
  for (auto& [name, count] : totals(stats)) {
    const bool is_bytes = name.ends_with("_bytes");
    std::string label = name;
    std::ranges::replace(label, '_', ' ');
    table.add_row({StyledText().add(label),
                   StyledText().add(is_bytes ? byte_text(count) : fmt::format("{}", count))});
  }
  std::string out = table.print(style);
  if (stats.first_published && stats.last_published) {
    out += fmt::format("\npublished from {} to {}\n", day_of(*stats.first_published),
                       day_of(*stats.last_published));
  }
  if (!stats.documents_by_outlet.empty()) {
    out += counts_table(stats.documents_by_outlet, "OUTLET", style);
  }
  if (!stats.documents_by_language.empty()) {
    out += counts_table(stats.documents_by_language, "LANGUAGE", style);
  }
  return out;
}

void write_stats(JsonWriter& json, const storage::ArchiveStats& stats) {
  json.begin_object();
  for (const auto& [name, count] : totals(stats)) json.member_number(name, count);
  json.member_or_null("first_published",
                      stats.first_published ? day_of(*stats.first_published) : "");
  json.member_or_null("last_published", stats.last_published ? day_of(*stats.last_published) : "");
  write_counts(json, "documents_by_outlet", stats.documents_by_outlet);
  write_counts(json, "documents_by_language", stats.documents_by_language);
  json.end_object();
}

}  // namespace dixit::report
