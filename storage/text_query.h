#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "storage/error.h"

namespace dixit::storage {

// A full-text expression as a person types it, turned into one that FTS5 understands.
//
//   words          all of them, in any of their forms (by stem)
//   "two words"    in this order, as they stand
//   word*          words that begin so
//   -word          not this; also -"two words" and -word*
//   a OR b         one of its neighbours, which may be words, phrases or beginnings
//
// Nothing of what was typed reaches SQLite but folded letters and digits between quotation marks.
// `languages` are those by whose stemmers a word is looked for. Fails with BadQuery.
[[nodiscard]] tl::expected<std::string, StorageError> fts_expression(
    std::string_view text, const std::vector<std::string>& languages);

}  // namespace dixit::storage
