#include "cli/output_file.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/temp_dir.h"

// What --output makes of whatever may stand at its path.
namespace dixit::cli {
namespace {

namespace fs = std::filesystem;

using ::testing::HasSubstr;

std::string content_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void put(const fs::path& path, std::string_view text) { std::ofstream(path) << text; }

std::ptrdiff_t files_in(const fs::path& directory) {
  return std::distance(fs::directory_iterator(directory), fs::directory_iterator());
}

TEST(WriteOutputFile, KeepsALinkAndWritesWhereItEnds) {
  const support::TempDir directory;
  fs::create_directory(directory / "there");
  put(directory / "there" / "real.csv", "old");
  fs::create_symlink("there/real.csv", directory / "link");
  fs::create_symlink("link", directory / "second");
  ASSERT_TRUE(write_output_file(directory / "second", "new"));
  EXPECT_TRUE(fs::is_symlink(directory / "second"));
  EXPECT_TRUE(fs::is_symlink(directory / "link"));
  EXPECT_EQ(content_of(directory / "there" / "real.csv"), "new");
  EXPECT_EQ(files_in(directory / "there"), 1) << "nothing unfinished lies about";
}

TEST(WriteOutputFile, CreatesWhatALinkPromises) {
  const support::TempDir directory;
  fs::create_symlink("later.csv", directory / "link");
  ASSERT_TRUE(write_output_file(directory / "link", "new"));
  EXPECT_TRUE(fs::is_symlink(directory / "link"));
  EXPECT_EQ(content_of(directory / "later.csv"), "new");
}

TEST(WriteOutputFile, RefusesLinksWithoutEnd) {
  const support::TempDir directory;
  fs::create_symlink("b", directory / "a");
  fs::create_symlink("a", directory / "b");
  const auto written = write_output_file(directory / "a", "new");
  ASSERT_FALSE(written);
  EXPECT_THAT(written.error(), HasSubstr("cannot be written"));
  EXPECT_TRUE(fs::is_symlink(directory / "a"));
}

TEST(WriteOutputFile, WritesIntoAFifo) {
  const support::TempDir directory;
  const fs::path fifo = directory / "fifo";
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  const int reader = ::open(fifo.c_str(), O_RDONLY | O_NONBLOCK);
  ASSERT_GE(reader, 0);
  ASSERT_TRUE(write_output_file(fifo, "through the pipe"));
  std::array<char, 64> buffer{};
  const ssize_t length = ::read(reader, buffer.data(), buffer.size());
  ::close(reader);
  EXPECT_EQ(std::string(buffer.data(), static_cast<std::size_t>(length)), "through the pipe");
  EXPECT_TRUE(fs::is_fifo(fifo));
  EXPECT_EQ(files_in(directory.path()), 1);
}

TEST(WriteOutputFile, KeepsTheModeOfAFile) {
  const support::TempDir directory;
  const fs::path file = directory / "secret.csv";
  put(file, "old");
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  ASSERT_TRUE(write_output_file(file, "new"));
  EXPECT_EQ(content_of(file), "new");
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(WriteOutputFile, LeavesAFileOfALikelyNameAlone) {
  const support::TempDir directory;
  put(directory / "threats.csv.part", "mine");
  ASSERT_TRUE(write_output_file(directory / "threats.csv", "new"));
  EXPECT_EQ(content_of(directory / "threats.csv.part"), "mine");
  EXPECT_EQ(content_of(directory / "threats.csv"), "new");
}

TEST(WriteOutputFile, RefusesADirectory) {
  const support::TempDir directory;
  const auto written = write_output_file(directory.path(), "new");
  ASSERT_FALSE(written);
  EXPECT_THAT(written.error(), HasSubstr("Is a directory"));
  EXPECT_EQ(files_in(directory.path()), 0);
}

TEST(NamesStandardOutput, IsFalseForAnyOtherFile) {
  const support::TempDir directory;
  put(directory / "file", "");
  EXPECT_FALSE(names_standard_output(directory / "file"));
  EXPECT_FALSE(names_standard_output(directory / "none"));
  EXPECT_TRUE(names_standard_output("/proc/self/fd/1"));
}

}  // namespace
}  // namespace dixit::cli
