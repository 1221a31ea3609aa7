#include "storage/warc_reader.h"

#include <gtest/gtest.h>

#include "storage/digest.h"
#include "storage/gzip.h"

namespace dixit::storage {
namespace {

WarcRecord response(std::string uri, const std::string& body) {
  WarcRecord record;
  record.block = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + body;
  record.fields = {{"WARC-Type", "response"},
                   {"WARC-Record-ID", new_record_id()},
                   {"WARC-Date", "2024-05-06T07:08:09Z"},
                   {"WARC-Target-URI", std::move(uri)},
                   {"WARC-Payload-Digest", digest_label(sha256_hex(body))},
                   {"Content-Type", "application/http;msgtype=response"}};
  return record;
}

std::vector<WarcReading> read_all(std::string bytes, WarcReaderLimits limits = {}) {
  WarcReader reader(WarcInput::from_bytes(std::move(bytes)), limits);
  std::vector<WarcReading> readings;
  while (auto reading = reader.next()) readings.push_back(*std::move(reading));
  return readings;
}

std::string problems_of(const WarcReading& reading) {
  std::string out;
  for (const WarcProblem& problem : reading.problems) {
    out += std::string(name_of(problem.kind)) + " " + problem.what + "; ";
  }
  return out;
}

TEST(WarcReader, ReadsBackWhatWasSerialised) {
  const WarcRecord first = response("https://example.org/a", "one");
  const WarcRecord second = response("https://example.org/b", std::string(200'000, 'x'));
  const std::string first_member = gzip_member(serialise(first));
  const std::string second_member = gzip_member(serialise(second));
  const auto readings = read_all(first_member + second_member);
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[0].offset, 0U);
  EXPECT_EQ(readings[0].length, first_member.size());
  EXPECT_EQ(readings[1].offset, first_member.size());
  EXPECT_EQ(readings[1].length, second_member.size());
  EXPECT_EQ(readings[1].record.block, second.block);
  for (const WarcReading& reading : readings) {
    EXPECT_EQ(reading.block_digest_ok, true);
    EXPECT_EQ(reading.payload_digest_ok, true);
    EXPECT_EQ(problems_of(reading), "");
  }
  EXPECT_EQ(payload_of(readings[0].record), "one");
}

TEST(WarcReader, ReadsPlainFiles) {
  const std::string first = serialise(response("https://example.org/a", "one"));
  const auto readings = read_all(first + serialise(response("https://example.org/b", "two")));
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[1].offset, first.size());
  EXPECT_EQ(readings[0].length, first.size());
}

TEST(WarcReader, ReportsAChangedPayload) {
  std::string bytes = serialise(response("https://example.org/a", "one"));
  bytes.replace(bytes.find("\r\n\r\none") + 4, 3, "two");
  const auto readings = read_all(bytes);
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(readings[0].block_digest_ok, false);
  EXPECT_EQ(readings[0].payload_digest_ok, false);
  EXPECT_EQ(problems_of(readings[0]), "mismatch WARC-Block-Digest; mismatch WARC-Payload-Digest; ");
}

TEST(WarcReader, TakesChunksOffAForeignPayload) {
  WarcRecord record = response("https://example.org/a", "wiki");
  record.block = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nwiki\r\n0\r\n\r\n";
  const auto readings = read_all(serialise(record));
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(payload_of(readings[0].record), "wiki");
  EXPECT_EQ(readings[0].payload_digest_ok, true);
}

TEST(WarcReader, StopsAtACutOffRecordAndKeepsThoseBefore) {
  const std::string first = gzip_member(serialise(response("https://example.org/a", "one")));
  const std::string second = gzip_member(serialise(response("https://example.org/b", "two")));
  for (std::size_t cut = 1; cut < second.size(); ++cut) {
    WarcReader reader(WarcInput::from_bytes(first + second.substr(0, cut)));
    const auto whole = reader.next();
    ASSERT_TRUE(whole);
    EXPECT_EQ(problems_of(*whole), "");
    EXPECT_EQ(whole->length, first.size());
    const auto torn = reader.next();
    const bool said_of_record = torn && !torn->problems.empty();
    EXPECT_FALSE(reader.next());
    const bool said = said_of_record || !reader.file_problems().empty();
    EXPECT_TRUE(said) << cut;
  }
}

TEST(WarcReader, SkipsGarbageBetweenRecords) {
  WarcReader reader(
      WarcInput::from_bytes("<html>\n" + serialise(response("https://example.org/a", "one")) +
                            "no record\r\n" + serialise(response("https://example.org/b", "two"))));
  EXPECT_TRUE(reader.next());
  EXPECT_TRUE(reader.next());
  EXPECT_FALSE(reader.next());
  ASSERT_EQ(reader.file_problems().size(), 2U);
  EXPECT_EQ(reader.file_problems()[0].found, "<html>");
  EXPECT_EQ(reader.file_problems()[1].found, "no record");
}

TEST(WarcReader, KeepsALongBlockToItsLimitAndGoesOn) {
  WarcReaderLimits limits;
  limits.block_bytes_max = 100;
  const auto readings =
      read_all(serialise(response("https://example.org/a", std::string(5000, 'x'))) +
                   serialise(response("https://example.org/b", "two")),
               limits);
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[0].record.block.size(), 100U);
  EXPECT_FALSE(readings[0].block_whole);
  EXPECT_EQ(readings[0].block_digest_ok, std::nullopt);
  EXPECT_TRUE(readings[1].block_whole);
}

TEST(WarcReader, GivesUpAHeadBeyondItsLimit) {
  WarcReaderLimits limits;
  limits.head_bytes_max = 1000;
  const auto readings =
      read_all("WARC/1.1\r\nWARC-Type: " + std::string(5000, 'x') + "\r\n\r\n", limits);
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(readings[0].problems.front(),
            (WarcProblem{WarcProblemKind::Invalid, "record head", "longer than the limit"}));
}

TEST(WarcReader, NamesWhatAnnexARequires) {
  const auto readings =
      read_all("WARC/1.1\r\nWARC-Type: revisit\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(problems_of(readings[0]),
            "missing WARC-Record-ID; missing WARC-Date; missing WARC-Target-URI; missing "
            "WARC-Profile; ");
}

}  // namespace
}  // namespace dixit::storage
