#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "model/capture.h"
#include "model/cluster.h"
#include "storage/error.h"
#include "storage/query.h"

namespace dixit::storage {
class Archive;
}

namespace dixit::report {

// One outlet's way of passing an utterance on.
struct Telling {
  storage::QuotationRow row;
  model::MemberKind kind = model::MemberKind::Canonical;
  double similarity = 1;
  std::optional<model::Capture> capture;  // where its page stands in WARC
};

// One utterance, however many told of it.
struct TimelineEntry {
  model::Cluster cluster;  // of a quotation that has none, made up with an empty id
  // Never empty. Earliest first, by the moment at which each had been told for certain: a page that
  // gives a day alone may be of its evening, an undated one of any time before its fetch.
  std::vector<Telling> tellings;
};

struct Timeline {
  std::vector<TimelineEntry> entries;
  std::size_t left_out = 0;  // utterances beyond the query's limit

  [[nodiscard]] bool empty() const { return entries.empty(); }
};

// Every utterance of which at least one telling passes the filter, with all of its tellings: a
// threat is on the timeline once. Oldest first, unless the query says otherwise; its limit counts
// utterances.
[[nodiscard]] tl::expected<Timeline, storage::StorageError> build_timeline(
    const storage::Archive& archive, const storage::Query& query);

// A name as printed and the entity it stands for, "" when unknown.
struct Party {
  std::string name;
  std::string entity;

  bool operator==(const Party&) const = default;
};

// What a timeline says of an entry before it goes into its tellings. Where the canonical telling is
// silent, the earliest telling that is not answers for it.
struct EntrySummary {
  const Telling* canonical = nullptr;  // points into the entry
  const Telling* earliest = nullptr;
  std::string date;  // as exact as the earliest page says; its fetch when it says nothing
  bool date_is_fetch = false;
  Party who;
  Party whom;
  std::string hedge;  // of the canonical telling, "" when asserted
  std::map<model::Evidential, std::size_t>
      evidentials;           // how many tellings stand how far behind it
  std::size_t wordings = 0;  // distinct texts
};

// When a telling had been told for certain, in Unix seconds: the end of the minute, day, month or
// year that its page names, else its fetch. A month is taken for its longest.
std::int64_t told_by(const storage::QuotationRow& row);

// Requires: the entry outlives the summary.
EntrySummary summary_of(const TimelineEntry& entry);

}  // namespace dixit::report
