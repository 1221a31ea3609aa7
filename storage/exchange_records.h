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

// ISO 28500:2017 sections 6.3 (response), 6.4 (request) and 6.7 (revisit). `original_record_id` is
// the WARC-Record-ID of the exchange's revisit_of, "" when there is none or it is unknown.
ExchangeRecords exchange_records(const Exchange& exchange, std::string_view original_record_id);

}  // namespace dixit::storage
