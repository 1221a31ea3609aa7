#include "storage/text_index.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/storage/fixtures.h"
#include "tests/support/temp_dir.h"

namespace dixit::storage {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): this folder's own fixtures

Story story(int number, std::string words, std::string language = "fr") {
  return {.url = "https://gazette.example/" + std::to_string(number),
          .outlet = "La Gazette",
          .published = kMarch1 + number * kDaySeconds,
          .language = std::move(language),
          .said = {{.words = std::move(words)}}};
}

std::string search(const Archive& archive, std::string text) {
  return find_texts(archive, {.text = std::move(text)});
}

TEST(TextIndex, FindsFormsPhrasesAndBeginnings) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  add_story(archive, story(1, "Vos menaces ne nous arrêteront pas"));
  add_story(archive, story(2, "We will not be threatened again", "en"));
  add_story(archive, story(3, "Nous ne plierons pas devant la menace"));
  EXPECT_EQ(search(archive, "menace"),
            "Vos menaces ne nous arrêteront pas | Nous ne plierons pas devant la menace");
  EXPECT_EQ(search(archive, "\"la menace\""), "Nous ne plierons pas devant la menace");
  EXPECT_EQ(search(archive, "arret*"), "Vos menaces ne nous arrêteront pas");
  EXPECT_EQ(search(archive, "threatens"), "We will not be threatened again");
  EXPECT_EQ(search(archive, "menace -plierons"), "Vos menaces ne nous arrêteront pas");
  EXPECT_EQ(search(archive, "threatens OR plierons"),
            "We will not be threatened again | Nous ne plierons pas devant la menace");
}

TEST(TextIndex, IsRebuiltWhenItsFileIsGoneOrSpoilt) {
  const support::TempDir directory;
  const std::filesystem::path file = directory / "a" / "search.sqlite";
  {
    Archive archive = open_archive(directory / "a");
    add_story(archive, story(1, "premier"));
    add_story(archive, story(2, "second"));
  }
  std::filesystem::remove(file);
  EXPECT_EQ(search(open_archive(directory / "a"), "second"), "second");
  std::ofstream(file, std::ios::trunc) << "this is not a database, nor was it ever one";
  EXPECT_EQ(search(open_archive(directory / "a"), "premier"), "premier");
}

// As after a kill between the records' commit and the index's.
TEST(TextIndex, CatchesUpWithWhatItMissed) {
  const support::TempDir directory;
  const std::filesystem::path file = directory / "a" / "search.sqlite";
  {
    Archive archive = open_archive(directory / "a");
    add_story(archive, story(1, "premier"));
  }
  std::filesystem::copy(file, directory / "old.sqlite");
  {
    Archive archive = open_archive(directory / "a");
    add_story(archive, story(2, "second"));
  }
  std::filesystem::remove(file);
  std::filesystem::copy(directory / "old.sqlite", file);
  Archive archive = open_archive(directory / "a");
  EXPECT_EQ(search(archive, "premier OR second"), "premier | second");
}

TEST(TextIndex, MissingIsSaidToAReaderAloneWhenItIsNeeded) {
  const support::TempDir directory;
  {
    Archive archive = open_archive(directory / "a");
    add_story(archive, story(1, "premier"));
  }
  std::filesystem::remove(directory / "a" / "search.sqlite");
  ArchiveOptions options;
  options.read_only = true;
  const Archive reader = open_archive(directory / "a", options);
  EXPECT_EQ(texts_of(all_rows(reader)), "premier");
  EXPECT_EQ(reader.find({.text = "premier"}).error().code, StorageErrorCode::TextIndexUnreadable);
}

// A header that can be read, and pages that cannot.
void spoil_pages(const std::filesystem::path& file) {
  constexpr std::uintmax_t kPageBytes = 4096;
  const std::uintmax_t size = std::filesystem::file_size(file);
  std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
  bytes.seekp(kPageBytes);
  bytes << std::string(size - kPageBytes, '\x5A');
}

TEST(TextIndex, IsRebuiltWhenItsPagesAreSpoilt) {
  const support::TempDir directory;
  {
    Archive archive = open_archive(directory / "a");
    add_story(archive, story(1, "premier"));
  }
  spoil_pages(directory / "a" / "search.sqlite");
  {
    const Archive reader = open_archive(directory / "a", {.read_only = true});
    EXPECT_EQ(reader.find({.text = "premier"}).error().code, StorageErrorCode::TextIndexUnreadable);
  }
  EXPECT_EQ(search(open_archive(directory / "a"), "premier"), "premier");
}

TEST(TextIndex, IsRebuiltWhenThatIsAskedFor) {
  const support::TempDir directory;
  {
    Archive archive = open_archive(directory / "a");
    add_story(archive, story(1, "premier"));
  }
  const std::filesystem::path file = directory / "a" / "search.sqlite";
  const auto written = std::filesystem::last_write_time(file) - std::chrono::hours(1);
  std::filesystem::last_write_time(file, written);
  EXPECT_EQ(search(open_archive(directory / "a", {.rebuild_text = true}), "premier"), "premier");
  EXPECT_GT(std::filesystem::last_write_time(file), written);
}

// Gives up the right to write wherever root may, and says what a search finds.
void search_as_nobody(const std::filesystem::path& archive, const std::string& word, int answers) {
  constexpr uid_t kNobody = 65534;
  if (::geteuid() == 0 && ::setuid(kNobody) != 0) ::_exit(98);
  const auto opened = Archive::open(archive, {.create_if_missing = false, .read_only = true});
  std::string answer = opened ? "" : opened.error().context;
  if (opened) {
    const auto found = opened->find({.text = word});
    answer = found ? texts_of(*found) : found.error().context;
  }
  ::_exit(::write(answers, answer.data(), answer.size()) < 0 ? 97 : 0);
}

// Such as a copy on a read-only medium: SQLite cannot put its own files beside the index. The child
// parts from this process before RocksDB has threads in it, and waits for the archive to be there.
TEST(TextIndex, IsSearchedWhereNothingCanBeWritten) {
  const support::TempDir directory;
  int made[2] = {};
  int answers[2] = {};
  ASSERT_EQ(::pipe(made), 0);
  ASSERT_EQ(::pipe(answers), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(made[1]);
    char none = 0;
    if (::read(made[0], &none, 1) != 0) ::_exit(96);
    search_as_nobody(directory / "a", "premier", answers[1]);
  }
  ::close(made[0]);
  ::close(answers[1]);
  {
    Archive archive = open_archive(directory / "a");
    add_story(archive, story(1, "premier"));
  }
  namespace fs = std::filesystem;
  constexpr auto kReadable = static_cast<fs::perms>(0555);
  fs::permissions(directory.path(), kReadable);
  fs::permissions(directory / "a", kReadable);
  ::close(made[1]);
  std::string answer(1000, '\0');
  const ssize_t size = ::read(answers[0], answer.data(), answer.size());
  ::close(answers[0]);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  answer.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  EXPECT_EQ(answer, "premier");
  fs::permissions(directory / "a", fs::perms::owner_all);
  fs::permissions(directory.path(), fs::perms::owner_all);
}

TEST(TextIndex, KeepsTimesBefore1970AndUnderOneSecondInOrder) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  for (int i = 0; i < 20; ++i) {
    Story told = story(i, "mot numero" + std::to_string(i));
    told.published = i % 2 == 0 ? -kDaySeconds : kDaySeconds;
    add_story(archive, told);
  }
  EXPECT_EQ(search(archive, "mot"), texts_of(all_rows(archive)));
  EXPECT_EQ(find_texts(archive, {.text = "mot", .newest_first = true}),
            find_texts(archive, {.newest_first = true}));
  EXPECT_EQ(find_texts(archive, {.until = 0, .text = "mot"}), find_texts(archive, {.until = 0}));
}

}  // namespace
}  // namespace dixit::storage
