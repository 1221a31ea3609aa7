#pragma once

#include <optional>

#include "model/capture.h"
#include "report/json.h"
#include "storage/query.h"

namespace dixit::report {

// One quotation of the archive as an object: its identifiers, where it was published, W3C
// TextQuoteSelector and TextPositionSelector (Web Annotation Data Model, section 4.2), a link to
// the very words, and the members of every quotation.
void write_row(JsonWriter& json, const storage::QuotationRow& row);

// The members alone, inside an object that the caller has begun.
void write_row_members(JsonWriter& json, const storage::QuotationRow& row);

// Everything that is kept of a capture: its evidence, the address that was dialled, how the page
// wishes to be treated, and the headers as received, each a pair.
void write_capture(JsonWriter& json, const model::Capture& capture);

// Where the page's bytes are kept: WARC file and place, time and digest; or null.
void write_evidence(JsonWriter& json, const std::optional<model::Capture>& capture);

}  // namespace dixit::report
