#pragma once

#include <cstdint>
#include <optional>

#include "storage/archive.h"
#include "storage/database.h"
#include "storage/ledger.h"

namespace dixit::storage {

// Puts everything that one processed page changes into the batch. `sequence` and `ledger_end` move
// on with what is added; the caller keeps them only once the batch is written.
void add_page(Batch& batch, const PageCommit& page, std::uint64_t& sequence,
              std::optional<LedgerEntry>& ledger_end);

}  // namespace dixit::storage
