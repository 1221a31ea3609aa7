// Reads the WARC files of other projects' test suites, when they lie beside the source tree, and
// compares each record with what JWAT says of it.

#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "storage/warc_reader.h"

namespace dixit::storage {
namespace {

const std::filesystem::path kSuites = DIXIT_WARC_SUITES;

// Files that JWAT and warcio give up after one record and that can be read to their end: one gzip
// member for all records, or one for each half of a record.
const std::map<std::string, std::size_t> kReadFurther{
    {"warcio/example-bad-non-chunked.warc.gz", 6},
    {"warcio/example-bad.warc.gz.bad", 6},
    {"warcio/example-wrong-chunks.warc.gz", 2},
};

template <typename T>
std::optional<T> value_of(simdjson::dom::element object, const char* name) {
  T value{};
  return object[name].get(value) == simdjson::SUCCESS ? std::optional(value) : std::nullopt;
}

std::string text_of(simdjson::dom::element object, const char* name) {
  return std::string(value_of<std::string_view>(object, name).value_or(""));
}

std::vector<simdjson::dom::element> records_of(simdjson::dom::element test_case,
                                               const char* program) {
  const auto answer = value_of<simdjson::dom::element>(test_case, program);
  const auto records = answer ? value_of<simdjson::dom::array>(*answer, "records") : std::nullopt;
  if (!records) return {};
  return {records->begin(), records->end()};
}

// JWAT leaves the payloads of resources unchecked and does not know base64url; warcio checks both.
bool warcio_agrees(const std::vector<simdjson::dom::element>& records, std::size_t index,
                   const WarcReading& reading) {
  if (index >= records.size()) return false;
  return value_of<bool>(records[index], "digest_ok") == reading.payload_digest_ok;
}

std::string fields_of(const WarcReading& reading) {
  std::string out;
  for (const char* name : {"WARC-Type", "WARC-Target-URI", "WARC-Record-ID", "WARC-Date"}) {
    out += std::string(field(reading.record, name).value_or("")) + " | ";
  }
  return out + testing::PrintToString(reading.content_length) +
         testing::PrintToString(reading.block_digest_ok);
}

std::string fields_of(simdjson::dom::element record) {
  std::string out;
  for (const char* name : {"type", "target_uri", "record_id", "date"}) {
    out += text_of(record, name) + " | ";
  }
  return out + testing::PrintToString(value_of<std::uint64_t>(record, "content_length")) +
         testing::PrintToString(value_of<bool>(record, "block_digest_ok"));
}

std::string differences(simdjson::dom::element test_case) {
  auto reader = WarcReader::open(kSuites / text_of(test_case, "file"));
  if (!reader) return reader.error().context;
  const auto jwat = records_of(test_case, "jwat");
  const auto warcio = records_of(test_case, "warcio");
  const auto further = kReadFurther.find(text_of(test_case, "name"));
  std::ostringstream out;
  std::size_t count = 0;
  for (; const auto reading = reader->next(); ++count) {
    if (count >= jwat.size() || further != kReadFurther.end()) continue;
    if (fields_of(jwat[count]) != fields_of(*reading)) {
      out << fields_of(jwat[count]) << " read " << fields_of(*reading) << "\n";
    }
    const bool same_payload =
        value_of<bool>(jwat[count], "payload_digest_ok") == reading->payload_digest_ok;
    if (!same_payload && !warcio_agrees(warcio, count, *reading)) {
      out << count << ": payload digest " << testing::PrintToString(reading->payload_digest_ok)
          << "\n";
    }
    const auto errors = value_of<simdjson::dom::array>(jwat[count], "errors");
    const bool found = std::ranges::any_of(
        reading->problems, [](const auto& problem) { return is_error(problem.kind); });
    if (same_payload && found != (errors && errors->size() > 0)) out << count << ": errors\n";
  }
  const std::size_t expected = further == kReadFurther.end() ? jwat.size() : further->second;
  if (count != expected) out << count << " records\n";
  return out.str();
}

TEST(WarcSuite, AgreesWithJwatOrWarcioOnEveryRecord) {
  std::ifstream file(kSuites / "warc_cases.jsonl");
  simdjson::dom::parser parser;
  std::string line;
  int cases = 0;
  for (; std::getline(file, line); ++cases) {
    const simdjson::dom::element test_case = parser.parse(line);
    EXPECT_EQ(differences(test_case), "") << text_of(test_case, "name");
  }
  EXPECT_EQ(cases, 44);
}

}  // namespace
}  // namespace dixit::storage
