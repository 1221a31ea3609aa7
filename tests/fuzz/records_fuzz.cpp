// Any bytes taken for a stored record either are none, or come back the same once they have been
// decoded and encoded.
#include <cstddef>
#include <cstdint>
#include <string>

#include "storage/codec.h"
#include "tests/fuzz/require.h"

namespace {

namespace storage = dixit::storage;
using dixit::fuzz::require;

template <typename Decode>
void check(const std::string& bytes, Decode decode) {
  const auto value = decode(bytes);
  if (!value) return;
  const std::string encoded = storage::encode(*value);
  const auto again = decode(encoded);
  require(again && storage::encode(*again) == encoded);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  check(bytes, storage::decode_capture);
  check(bytes, storage::decode_document);
  check(bytes, storage::decode_quotation);
  check(bytes, storage::decode_older_cluster);
  check(bytes, storage::decode_url);
  check(bytes, storage::decode_queued_url);
  check(bytes, storage::decode_host);
  check(bytes, storage::decode_robots);
  check(bytes, storage::decode_sources);
  check(bytes, storage::decode_ledger_entry);
  check(bytes, storage::decode_warc_position);
  return 0;
}
