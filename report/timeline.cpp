#include "report/timeline.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "report/chain_links.h"
#include "storage/archive.h"
#include "storage/quotation_row.h"
#include "storage/utc.h"

namespace dixit::report {
namespace {

constexpr std::size_t kDayLength = 10;  // of "2015-03-02"

std::int64_t length_of(model::DatePrecision precision) {
  constexpr std::int64_t kMinute = 60;
  constexpr std::int64_t kHour = 60 * kMinute;
  constexpr std::int64_t kDay = 24 * kHour;
  switch (precision) {
    case model::DatePrecision::Minute:
      return kMinute;
    case model::DatePrecision::Hour:
      return kHour;
    case model::DatePrecision::Day:
      return kDay;
    case model::DatePrecision::Month:
      return 31 * kDay;
    case model::DatePrecision::Year:
      return 366 * kDay;
  }
  return 0;
}

TimelineEntry entry_of_one(storage::QuotationRow row) {
  TimelineEntry entry;
  entry.cluster.canonical_quotation_id = row.id;
  entry.cluster.members.push_back({row.id, model::MemberKind::Canonical, 1});
  entry.cluster.outlets = {row.outlet};
  entry.cluster.independent_origins = {row.outlet};
  entry.tellings.push_back({std::move(row), model::MemberKind::Canonical, 1, std::nullopt});
  return entry;
}

TimelineEntry entry_of_cluster(const storage::Archive& archive, model::Cluster cluster) {
  TimelineEntry entry;
  for (const auto& member : cluster.members) {
    auto row = archive.quotation(member.quotation_id);
    if (!row) continue;  // erased since it was clustered
    entry.tellings.push_back({std::move(*row), member.kind, member.similarity, std::nullopt});
  }
  std::ranges::sort(entry.tellings, {}, [](const Telling& telling) {
    return std::pair(told_by(telling.row), telling.row.id);
  });
  entry.cluster = std::move(cluster);
  return entry;
}

std::int64_t time_of(const TimelineEntry& entry) {
  return storage::row_time(entry.tellings.front().row);
}

// The party of the canonical telling, else of the first telling that has one.
template <typename PartyOf>
Party first_known(const TimelineEntry& entry, const Telling& canonical, PartyOf party_of) {
  if (auto party = party_of(canonical); !party.name.empty()) return party;
  for (const auto& telling : entry.tellings) {
    if (auto party = party_of(telling); !party.name.empty()) return party;
  }
  return {};
}

Party speaker_of(const Telling& telling) {
  const auto& source = telling.row.quotation.source;
  if (!source) return {};
  return {source->name, source->entity};
}

Party named_target_of(const Telling& telling) {
  const auto& target = telling.row.quotation.threat.target;
  return target ? Party{target->name, target->entity} : Party{};
}

Party printed_target_of(const Telling& telling) {
  const auto& target = telling.row.quotation.threat.target;
  return target ? Party{target->text, target->entity} : Party{};
}

// Whoever any telling names; else what one prints, as "your offices".
Party target_of(const TimelineEntry& entry, const Telling& canonical) {
  Party named = first_known(entry, canonical, named_target_of);
  return named.name.empty() ? first_known(entry, canonical, printed_target_of) : named;
}

// Where it stands in the page that told it first: what one page tells stays in the page's order.
std::pair<std::string_view, std::size_t> place_of(const TimelineEntry& entry) {
  const auto& row = entry.tellings.front().row;
  return {row.document_id, row.quotation.span.start};
}

}  // namespace

tl::expected<Timeline, storage::StorageError> build_timeline(const storage::Archive& archive,
                                                             const storage::Query& query) {
  storage::Query unlimited = query;
  unlimited.limit = 0;
  auto rows = archive.find(unlimited);
  if (!rows) return tl::unexpected(rows.error());
  Timeline timeline;
  auto& entries = timeline.entries;
  std::set<std::string> seen;
  for (auto& row : *rows) {
    if (!row.cluster_id.empty() && !seen.insert(row.cluster_id).second) continue;
    auto cluster = row.cluster_id.empty() ? std::nullopt : archive.cluster(row.cluster_id);
    TimelineEntry entry;
    if (cluster) entry = entry_of_cluster(archive, std::move(*cluster));
    if (entry.tellings.empty()) entry = entry_of_one(std::move(row));
    entries.push_back(std::move(entry));
  }
  std::ranges::stable_sort(entries, [&](const TimelineEntry& left, const TimelineEntry& right) {
    if (time_of(left) == time_of(right)) return place_of(left) < place_of(right);
    return query.newest_first ? time_of(right) < time_of(left) : time_of(left) < time_of(right);
  });
  if (query.limit > 0 && entries.size() > query.limit) {
    timeline.left_out = entries.size() - query.limit;
    entries.resize(query.limit);
  }
  for (auto& entry : entries) {
    for (auto& telling : entry.tellings) telling.capture = archive.capture(telling.row.capture_id);
  }
  return timeline;
}

std::int64_t told_by(const storage::QuotationRow& row) {
  if (!row.published_at) return storage::row_time(row);
  return storage::row_time(row) + length_of(row.published_at->precision);
}

EntrySummary summary_of(const TimelineEntry& entry) {
  EntrySummary summary;
  summary.earliest = &entry.tellings.front();
  const auto canonical = std::ranges::find(entry.tellings, entry.cluster.canonical_quotation_id,
                                           [](const Telling& telling) { return telling.row.id; });
  summary.canonical = canonical == entry.tellings.end() ? &entry.tellings.front() : &*canonical;
  if (const auto& published_at = summary.earliest->row.published_at) {
    summary.date = published_at->value;
  } else {
    summary.date = storage::iso_utc(summary.earliest->row.fetched_at_ms).substr(0, kDayLength);
    summary.date_is_fetch = true;
  }
  summary.who = first_known(entry, *summary.canonical, speaker_of);
  summary.whom = target_of(entry, *summary.canonical);
  summary.hedge = hedge_of(summary.canonical->row.quotation);
  std::set<std::string_view> texts;
  for (const auto& telling : entry.tellings) {
    texts.insert(telling.row.quotation.text);
    ++summary.evidentials[telling.row.quotation.evidential];
  }
  summary.wordings = texts.size();
  return summary;
}

}  // namespace dixit::report
