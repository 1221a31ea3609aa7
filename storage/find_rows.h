#pragma once

#include <optional>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "storage/codec.h"
#include "storage/database.h"
#include "storage/error.h"
#include "storage/query.h"
#include "storage/text_index.h"

namespace dixit::storage {

// Answers a query: walks the shortest of the indexes that the query names, in order of time, and
// tests each row against the rest. `text` is needed by a query with a full-text expression alone.
[[nodiscard]] tl::expected<std::vector<QuotationRow>, StorageError> find_rows(
    const Reader& reader, const std::optional<TextIndex>& text, const Query& query);

// A quotation that has not been superseded, with its cluster.
std::optional<QuotationRow> read_row(const Reader& reader, std::string_view id);

// The one quotation whose id begins with `prefix` (4 or more hexadecimal digits).
[[nodiscard]] tl::expected<QuotationRow, StorageError> row_with_id_prefix(const Reader& reader,
                                                                          std::string_view prefix);

}  // namespace dixit::storage
