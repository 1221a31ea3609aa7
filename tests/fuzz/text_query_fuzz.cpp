// Whatever a person types is either refused as a bad query or understood by SQLite.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "storage/text_index.h"
#include "tests/fuzz/require.h"

namespace {

namespace storage = dixit::storage;
using dixit::fuzz::require;

storage::TextIndex open_in_memory() {
  auto index = storage::TextIndex::open(":memory:", storage::TextIndex::Mode::ReadWrite);
  require(index.has_value());
  return *std::move(index);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const storage::TextIndex kIndex = open_in_memory();
  const std::string text(data, data + size);
  const auto searched = kIndex.search(text, {}, [](const std::string& /*id*/) { return true; });
  require(searched || searched.error().code == storage::StorageErrorCode::BadQuery);
  return 0;
}
