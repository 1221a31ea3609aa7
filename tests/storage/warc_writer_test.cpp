#include "storage/warc_writer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "storage/warc_lookup.h"
#include "tests/support/temp_dir.h"

namespace dixit::storage {
namespace {

constexpr std::int64_t kNoon = 1'709'294'400'000;  // 2024-03-01T12:00:00Z

WarcRecord metadata(std::string block) {
  WarcRecord record;
  record.fields = {{"WARC-Type", "metadata"},
                   {"WARC-Record-ID", new_record_id()},
                   {"WARC-Date", "2024-03-01T12:00:00Z"},
                   {"Content-Type", "application/warc-fields"}};
  record.block = std::move(block);
  return record;
}

WarcWriter open_writer(const support::TempDir& directory, WarcWriterOptions options = {},
                       const std::optional<WarcPosition>& committed = std::nullopt) {
  auto writer = WarcWriter::open(directory.path(), std::move(options), committed);
  EXPECT_TRUE(writer) << writer.error().context;
  return *std::move(writer);
}

model::WarcLocation write(WarcWriter& writer, std::string block) {
  EXPECT_TRUE(writer.begin_exchange(kNoon));
  const auto location = writer.write(metadata(std::move(block)));
  EXPECT_TRUE(location) << location.error().context;
  return *location;
}

std::string block_at(const support::TempDir& directory, const model::WarcLocation& location) {
  const auto reading = read_record_at(directory.path(), location);
  return reading ? reading->record.block : "error: " + reading.error().context;
}

std::size_t count_files(const support::TempDir& directory) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator(directory.path()),
                    std::filesystem::directory_iterator()));
}

TEST(WarcWriter, BeginsEachFileWithWarcinfo) {
  const support::TempDir directory;
  WarcWriter writer = open_writer(directory, {1'000'000, "Dixit/test"});
  const auto location = write(writer, "a: b\r\n");
  EXPECT_EQ(location.file, "dixit-20240301120000-00001.warc.gz");
  auto reader = WarcReader::open(directory.path() / location.file);
  ASSERT_TRUE(reader);
  const auto first = reader->next();
  ASSERT_TRUE(first);
  EXPECT_EQ(field(first->record, "WARC-Type"), "warcinfo");
  EXPECT_EQ(field(first->record, "WARC-Filename"), location.file);
  EXPECT_NE(first->record.block.find("software: Dixit/test\r\n"), std::string::npos);
  EXPECT_TRUE(first->problems.empty());
}

TEST(WarcWriter, FindsEachRecordWhereItSaid) {
  const support::TempDir directory;
  WarcWriter writer = open_writer(directory);
  const auto first = write(writer, "one: 1\r\n");
  const auto second = write(writer, "two: 2\r\n");
  EXPECT_EQ(block_at(directory, first), "one: 1\r\n");
  EXPECT_EQ(block_at(directory, second), "two: 2\r\n");
  EXPECT_EQ(writer.position().offset, second.offset + second.length);
}

TEST(WarcWriter, BeginsANewFileBeyondItsSize) {
  const support::TempDir directory;
  WarcWriter writer = open_writer(directory, {1, ""});
  const auto first = write(writer, "one: 1\r\n");
  const auto second = write(writer, "two: 2\r\n");
  EXPECT_EQ(second.file, "dixit-20240301120000-00002.warc.gz");
  EXPECT_EQ(block_at(directory, first), "one: 1\r\n");
  EXPECT_EQ(block_at(directory, second), "two: 2\r\n");
}

TEST(WarcWriter, CutsOffWhatWasNotCommitted) {
  const support::TempDir directory;
  WarcPosition committed;
  model::WarcLocation kept;
  {
    WarcWriter writer = open_writer(directory);
    kept = write(writer, "kept: 1\r\n");
    ASSERT_TRUE(writer.sync());
    committed = writer.position();
    write(writer, "lost: 1\r\n");
  }
  WarcWriter writer = open_writer(directory, {}, committed);
  EXPECT_EQ(std::filesystem::file_size(directory.path() / kept.file), committed.offset);
  const auto next = write(writer, "next: 1\r\n");
  EXPECT_EQ(next.offset, committed.offset);
  EXPECT_EQ(block_at(directory, kept), "kept: 1\r\n");
  EXPECT_EQ(block_at(directory, next), "next: 1\r\n");
}

TEST(WarcWriter, TakesAwayFilesBegunAfterTheCommitAndNobodyElses) {
  const support::TempDir directory;
  WarcPosition committed;
  {
    WarcWriter writer = open_writer(directory, {1, ""});
    write(writer, "kept: 1\r\n");
    ASSERT_TRUE(writer.sync());
    committed = writer.position();
    write(writer, "lost: 1\r\n");
  }
  std::ofstream(directory.path() / "other-00009.warc.gz") << "somebody else's";
  ASSERT_EQ(count_files(directory), 3U);
  open_writer(directory, {1, ""}, committed);
  EXPECT_EQ(count_files(directory), 2U);
  EXPECT_TRUE(std::filesystem::exists(directory.path() / "other-00009.warc.gz"));
}

TEST(WarcWriter, RefusesAFileShorterThanItsRecords) {
  const support::TempDir directory;
  WarcPosition committed;
  {
    WarcWriter writer = open_writer(directory);
    write(writer, "kept: 1\r\n");
    committed = writer.position();
  }
  std::filesystem::resize_file(directory.path() / committed.file, committed.offset - 1);
  const auto writer = WarcWriter::open(directory.path(), {}, committed);
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, StorageErrorCode::Corrupt);
}

TEST(Serialise, KeepsAValueOnItsLine) {
  WarcRecord record = metadata("");
  record.fields.emplace_back("WARC-Target-URI", "https://example.org/\r\nWARC-Type: warcinfo");
  EXPECT_EQ(serialise(record).find("\r\nWARC-Type: warcinfo"), std::string::npos);
}

}  // namespace
}  // namespace dixit::storage
