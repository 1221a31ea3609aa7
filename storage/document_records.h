#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/document.h"
#include "storage/database.h"

namespace dixit::storage {

// Puts a document, its quotations and their index keys into the batch.
void add_document(Batch& batch, const model::Document& document, std::int64_t fetched_at_ms);

std::optional<model::Document> read_document(const Reader& reader, std::string_view id);

}  // namespace dixit::storage
