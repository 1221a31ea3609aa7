// Whatever a person types is either refused as a bad query or understood by SQLite.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include "storage/text_index.h"

namespace {

namespace storage = dixit::storage;

storage::TextIndex open_in_memory() {
  auto index = storage::TextIndex::open(":memory:", storage::TextIndex::Mode::ReadWrite);
  if (!index) std::abort();
  return *std::move(index);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const storage::TextIndex kIndex = open_in_memory();
  const std::string text(data, data + size);
  const auto searched = kIndex.search(text, {}, [](const std::string& /*id*/) { return true; });
  if (!searched && searched.error().code != storage::StorageErrorCode::BadQuery) std::abort();
  return 0;
}
