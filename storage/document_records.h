#pragma once

#include <optional>
#include <string_view>

#include "model/document.h"
#include "storage/database.h"

namespace dixit::storage {

// Puts a document, its quotations and their index keys into the batch.
//
// A document read again (the same id) replaces what was read before and keeps the capture that
// first brought it, with that one's URL. Another version of the page (the same page URL, another
// text) leaves the older one in place; words that stand in both are shown from the version fetched
// last alone, and words that only the older version has stay visible: what an outlet takes back
// must not vanish.
//
// Requires: the capture that the document names is in the batch or in the database.
void add_document(Batch& batch, const model::Document& document);

// With its quotations, superseded ones too.
std::optional<model::Document> read_document(const Reader& reader, std::string_view id);

}  // namespace dixit::storage
