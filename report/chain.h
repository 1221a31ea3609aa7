#pragma once

#include <optional>
#include <string>

#include "model/capture.h"
#include "model/cluster.h"
#include "model/document.h"
#include "report/json.h"
#include "report/style.h"
#include "storage/query.h"

namespace dixit::report {

// All that is known of how one quotation came to the reader.
struct ChainView {
  storage::QuotationRow row;
  std::optional<model::Document> document;  // to show each link in its own line of the text
  std::optional<model::Capture> capture;    // to show where the bytes are
  std::optional<model::Cluster> cluster;    // to show who else tells of it
};

// The attribution chain for a terminal: the words; each link with role, name, place and hedge; the
// lines of the text in which they stand, highlighted; status; and the evidence.
std::string chain_report(const ChainView& view, const Style& style);

// The same as an object: every link from speaker to outlet, cluster and evidence.
void write_chain(JsonWriter& json, const ChainView& view);

}  // namespace dixit::report
