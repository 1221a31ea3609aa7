#pragma once

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
  model::Cluster cluster;         // of a quotation that has none, made up with an empty id
  std::vector<Telling> tellings;  // earliest first, never empty
};

// Every utterance of which at least one telling passes the filter, with all of its tellings: a
// threat is on the timeline once. Oldest first, unless the query says otherwise; its limit counts
// utterances.
[[nodiscard]] tl::expected<std::vector<TimelineEntry>, storage::StorageError> build_timeline(
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
  std::string hedge;                // of the canonical telling, "" when asserted
  std::size_t hedged_tellings = 0;  // whose evidential is not asserted
  std::size_t wordings = 0;         // distinct texts
};

// Requires: the entry outlives the summary.
EntrySummary summary_of(const TimelineEntry& entry);

}  // namespace dixit::report
