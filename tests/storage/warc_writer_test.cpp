#include "storage/warc_writer.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "storage/warc_lookup.h"
#include "tests/support/temp_dir.h"

namespace dixit::storage {
namespace {

using ::testing::ElementsAre;

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

// The blocks of all records but warcinfo, one after the other.
std::string blocks_of(const std::filesystem::path& file) {
  auto reader = WarcReader::open(file);
  std::string blocks;
  while (const auto reading = reader->next()) {
    if (field(reading->record, "WARC-Type") != "warcinfo") blocks += reading->record.block;
  }
  return blocks;
}

std::size_t count_files(const support::TempDir& directory) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator(directory.path()),
                    std::filesystem::directory_iterator()));
}

// Puts a full pipe in the place of the descriptor under which this process has `file` open: writing
// to it, cutting it and syncing it all fail.
class FullPipe {
 public:
  explicit FullPipe(const std::filesystem::path& file) {
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
      std::error_code gone;
      if (std::filesystem::read_symlink(entry.path(), gone) == file) {
        descriptor_ = std::stoi(entry.path().filename().string());
      }
    }
    saved_ = ::dup(descriptor_);
    EXPECT_EQ(::pipe2(ends_.data(), O_NONBLOCK | O_CLOEXEC), 0);
    while (::write(ends_[1], "x", 1) == 1) {
    }
    EXPECT_GE(::dup2(ends_[1], descriptor_), 0);
  }
  FullPipe(const FullPipe&) = delete;
  FullPipe& operator=(const FullPipe&) = delete;
  ~FullPipe() {
    ::dup2(saved_, descriptor_);
    for (const int descriptor : {saved_, ends_[0], ends_[1]}) ::close(descriptor);
  }

 private:
  int descriptor_ = -1;
  int saved_ = -1;
  std::array<int, 2> ends_{};
};

class NoFileMayGrow {
 public:
  NoFileMayGrow() {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit none{0, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &none);
  }
  NoFileMayGrow(const NoFileMayGrow&) = delete;
  NoFileMayGrow& operator=(const NoFileMayGrow&) = delete;
  ~NoFileMayGrow() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    static_cast<void>(std::signal(SIGXFSZ, signal_));
  }

 private:
  rlimit before_{};
  void (*signal_)(int) = std::signal(SIGXFSZ, SIG_IGN);
};

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

TEST(WarcWriter, KeepsWholeRecordsThatItCutsOff) {
  const support::TempDir directory;
  WarcPosition committed;
  {
    WarcWriter writer = open_writer(directory);
    write(writer, "kept: 1\r\n");
    committed = writer.position();
    write(writer, "orphan: 1\r\n");
    write(writer, "orphan: 2\r\n");
  }
  const std::string name =
      "orphaned/dixit-20240301120000-00001-from-" + std::to_string(committed.offset);
  for (const char* ending : {".warc.gz", "-2.warc.gz"}) {
    WarcWriter writer = open_writer(directory, {}, committed);
    EXPECT_EQ(std::filesystem::file_size(directory / committed.file), committed.offset);
    EXPECT_THAT(writer.set_aside(), ElementsAre(directory / (name + ending)));
    write(writer, "orphan: 1\r\n");
    write(writer, "orphan: 2\r\n");
  }
  for (const char* ending : {".warc.gz", "-2.warc.gz"}) {
    EXPECT_EQ(blocks_of(directory / (name + ending)), "orphan: 1\r\norphan: 2\r\n");
  }
}

TEST(WarcWriter, CutsATornRecordWithoutACopy) {
  const support::TempDir directory;
  WarcPosition committed;
  {
    WarcWriter writer = open_writer(directory);
    write(writer, "kept: 1\r\n");
    committed = writer.position();
    write(writer, "torn: 1\r\n");
  }
  const std::filesystem::path file = directory / committed.file;
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 12);
  EXPECT_TRUE(open_writer(directory, {}, committed).set_aside().empty());
  EXPECT_EQ(std::filesystem::file_size(file), committed.offset);
  EXPECT_FALSE(std::filesystem::exists(directory / "orphaned"));
}

TEST(WarcWriter, SetsAsideFilesBegunAfterTheCommitAndNobodyElses) {
  const support::TempDir directory;
  WarcPosition committed;
  {
    WarcWriter writer = open_writer(directory, {1, ""});
    write(writer, "kept: 1\r\n");
    ASSERT_TRUE(writer.sync());
    committed = writer.position();
    write(writer, "orphan: 1\r\n");
  }
  std::ofstream(directory / "other-00009.warc.gz") << "somebody else's";
  std::ofstream(directory / "dixit-20250101000000-00700.warc.gz") << "a damaged file";
  const WarcWriter writer = open_writer(directory, {1, ""}, committed);
  const auto orphaned = directory / "orphaned" / "dixit-20240301120000-00002.warc.gz";
  EXPECT_THAT(writer.set_aside(),
              ElementsAre(orphaned, directory / "orphaned/dixit-20250101000000-00700.warc.gz"));
  EXPECT_EQ(blocks_of(orphaned), "orphan: 1\r\n");
  EXPECT_TRUE(std::filesystem::exists(directory / "other-00009.warc.gz"));
  EXPECT_FALSE(std::filesystem::exists(directory / "dixit-20240301120000-00002.warc.gz"));
}

TEST(WarcWriter, RemovesAFileThatNeverGotARecord) {
  const support::TempDir directory;
  WarcWriter begun = open_writer(directory);
  ASSERT_TRUE(begun.begin_exchange(kNoon));
  std::ofstream(directory / "dixit-20240301120000-00002.warc.gz") << "";
  EXPECT_TRUE(open_writer(directory).set_aside().empty());
  EXPECT_EQ(count_files(directory), 0U);
}

TEST(WarcWriter, BelievesNoSyncAfterOneThatFailed) {
  const support::TempDir directory;
  WarcWriter writer = open_writer(directory);
  write(writer, "one: 1\r\n");
  {
    const FullPipe pipe(directory / writer.position().file);
    EXPECT_FALSE(writer.sync());
  }
  EXPECT_FALSE(writer.sync());
  EXPECT_FALSE(writer.write(metadata("two: 2\r\n")));
  EXPECT_FALSE(WarcWriter(std::move(writer)).begin_exchange(kNoon));
}

TEST(WarcWriter, WritesNothingBehindATornRecord) {
  const support::TempDir directory;
  WarcWriter writer = open_writer(directory);
  write(writer, "one: 1\r\n");
  {
    const FullPipe pipe(directory / writer.position().file);  // which cannot be cut back
    EXPECT_FALSE(writer.write(metadata("torn: 1\r\n")));
  }
  EXPECT_FALSE(writer.write(metadata("two: 2\r\n")));
  EXPECT_FALSE(writer.sync());
}

TEST(WarcWriter, BeginsAFileAnewWhenItsWarcinfoFailed) {
  const support::TempDir directory;
  WarcWriter writer = open_writer(directory);
  {
    const NoFileMayGrow limit;
    EXPECT_FALSE(writer.begin_exchange(kNoon));
  }
  EXPECT_EQ(writer.position(), WarcPosition{});
  const auto location = write(writer, "one: 1\r\n");
  EXPECT_GT(location.offset, 0U);
  EXPECT_EQ(count_files(directory), 1U);
  auto reader = WarcReader::open(directory / location.file);
  EXPECT_EQ(field(reader->next()->record, "WARC-Type"), "warcinfo");
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
