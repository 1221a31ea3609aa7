#pragma once

#include <optional>

#include "model/capture.h"
#include "storage/archive.h"
#include "storage/warc_record.h"

namespace dixit::storage {

// What one exchange becomes: WARC records, and the capture that will point at them (`response` and
// `request` locations not yet known).
struct ExchangeRecords {
  WarcRecord response;                // or revisit
  std::optional<WarcRecord> request;  // absent for an ingested file
  model::Capture capture;
};

// The record that a revisit points back at.
struct Original {
  model::Capture capture;
  std::string record_id;  // its WARC-Record-ID, "" when unknown
};

// ISO 28500:2017 sections 6.3 (response), 6.4 (request) and 6.7 (revisit). A revisit is written
// when there is an original and its payload is the same.
ExchangeRecords exchange_records(const Exchange& exchange, const std::optional<Original>& original);

}  // namespace dixit::storage
