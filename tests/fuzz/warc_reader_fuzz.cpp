// Whatever a WARC file holds: its records lie inside it, in order; the same bytes read plain and
// compressed give the same records; a record of ours with any block reads back whole.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "storage/gzip.h"
#include "storage/http_message.h"
#include "storage/warc_reader.h"
#include "tests/fuzz/require.h"

namespace {

namespace storage = dixit::storage;
using dixit::fuzz::require;

constexpr storage::WarcReaderLimits kLimits{.head_bytes_max = 4096, .block_bytes_max = 8192};

std::vector<storage::WarcReading> read_all(const std::string& bytes) {
  storage::WarcReader reader(storage::WarcInput::from_bytes(bytes), kLimits);
  std::vector<storage::WarcReading> readings;
  while (auto reading = reader.next()) readings.push_back(*std::move(reading));
  return readings;
}

void check_places(const std::vector<storage::WarcReading>& readings, std::size_t size) {
  std::uint64_t end = 0;
  for (const auto& reading : readings) {
    require(reading.record.block.size() <= kLimits.block_bytes_max);
    require(reading.offset + reading.length <= size);
    if (reading.length == 0) continue;  // shares its gzip member
    require(reading.offset >= end);
    end = reading.offset + reading.length;
  }
}

void check_payload(const storage::WarcReading& reading) {
  require(storage::payload_of(reading.record).size() <= reading.record.block.size());
}

void check_round_trip(const std::string& block) {
  storage::WarcRecord record;
  record.fields = {{"WARC-Type", "metadata"},
                   {"WARC-Record-ID", storage::new_record_id()},
                   {"WARC-Date", "2024-03-01T12:00:00Z"},
                   {"Content-Type", "text/plain"}};
  record.block = block.substr(0, kLimits.block_bytes_max);
  const auto readings = read_all(storage::gzip_member(storage::serialise(record)));
  require(readings.size() == 1);
  require(readings[0].record.block == record.block);
  require(readings[0].block_digest_ok == true);
  require(readings[0].problems.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const auto readings = read_all(bytes);
  check_places(readings, size);
  for (const auto& reading : readings) check_payload(reading);
  // What begins like a gzip file is one already.
  if (!bytes.starts_with("\x1f\x8b")) {
    const auto compressed = read_all(storage::gzip_member(bytes));
    require(compressed.size() == readings.size());
    for (std::size_t i = 0; i < readings.size(); ++i) {
      require(compressed[i].record == readings[i].record);
    }
  }
  check_round_trip(bytes);
  return 0;
}
