// What is left when the process dies: all of a page or nothing of it, and no torn record.

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>

#include "storage/warc_reader.h"
#include "tests/storage/fixtures.h"
#include "tests/support/temp_dir.h"

namespace dixit::storage {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): this folder's own fixtures

Story story(int number) {
  const std::string name = std::to_string(number);
  return {.url = "https://gazette.example/" + name,
          .outlet = "La Gazette",
          .published = kMarch1 + number,
          .said = {{.words = "déclaration numéro " + name, .by = "Anna", .against = "la ville"}}};
}

// Runs `work` in a child process, which must end itself; returns how it ended.
int status_of_child(const std::function<void()>& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    ::_exit(99);
  }
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return status;
}

void append_only(Archive& archive, int number) {
  const auto capture =
      archive.append(exchange_of(story(number).url, "page " + std::to_string(number), number));
  if (!capture) ::_exit(98);
}

// Every record of every WARC file of a folder reads whole, with its digests; the number of
// responses.
std::size_t count_responses_in(const std::filesystem::path& folder) {
  std::size_t responses = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_directory()) continue;
    auto reader = WarcReader::open(entry.path());
    EXPECT_TRUE(reader);
    while (const auto reading = reader->next()) {
      EXPECT_TRUE(reading->problems.empty()) << reading->problems.front().what;
      EXPECT_EQ(reading->block_digest_ok, true);
      const bool response = field(reading->record, "WARC-Type") == "response";
      EXPECT_TRUE(!response || reading->payload_digest_ok == true);
      responses += response ? 1 : 0;
    }
    EXPECT_TRUE(reader->file_problems().empty());
  }
  return responses;
}

std::size_t count_responses(const std::filesystem::path& directory) {
  return count_responses_in(directory / "warc");
}

void expect_whole(const std::filesystem::path& directory, std::size_t pages) {
  Archive archive = open_archive(directory);
  const ArchiveStats stats = archive.stats();
  EXPECT_EQ(stats.captures, pages);
  EXPECT_EQ(stats.documents, pages);
  EXPECT_EQ(stats.quotations, pages);
  EXPECT_EQ(count_responses(directory), pages);
  const auto rows = all_rows(archive);
  EXPECT_EQ(rows.size(), pages);
  for (const QuotationRow& row : rows) {
    const auto capture = archive.capture(row.capture_id);
    ASSERT_TRUE(capture);
    EXPECT_EQ(archive.payload(*capture), archive.document(row.document_id)->text);
  }
  EXPECT_EQ(archive.find({.threats_only = true})->size(), pages);
  EXPECT_EQ(archive.find({.text = "declaration"})->size(), pages);
  EXPECT_EQ(archive.verify_ledger().first_bad, std::nullopt);
  EXPECT_EQ(archive.verify_ledger().entries, 2 * pages);
}

TEST(Crash, LeavesNothingOfWhatWasOnlyAppended) {
  const support::TempDir directory;
  const int status = status_of_child([&] {
    Archive archive = open_archive(directory / "a");
    for (int i = 0; i < 5; ++i) add_story(archive, story(i));
    append_only(archive, 100);
    append_only(archive, 101);
    ::_exit(0);  // no destructor runs
  });
  ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  EXPECT_EQ(count_responses(directory / "a"), 7U);
  expect_whole(directory / "a", 5);
  EXPECT_EQ(count_responses_in(directory / "a" / "warc" / "orphaned"), 2U);
}

TEST(Crash, BeforeTheFirstCommitLeavesAnArchive) {
  const support::TempDir directory;
  status_of_child([&] {
    Archive archive = open_archive(directory / "a");
    append_only(archive, 100);
    ::_exit(0);
  });
  {
    Archive archive = open_archive(directory / "a");
    EXPECT_EQ(archive.set_aside().size(), 1U);
    add_story(archive, story(0));
  }
  expect_whole(directory / "a", 1);
  EXPECT_EQ(count_responses_in(directory / "a" / "warc" / "orphaned"), 1U);
}

TEST(Crash, ATornRecordIsCutOff) {
  const support::TempDir directory;
  {
    Archive archive = open_archive(directory / "a");
    for (int i = 0; i < 3; ++i) add_story(archive, story(i));
  }
  for (const auto& entry : std::filesystem::directory_iterator(directory / "a" / "warc")) {
    std::filesystem::resize_file(entry.path(), entry.file_size() + 100);
  }
  expect_whole(directory / "a", 3);
  EXPECT_FALSE(std::filesystem::exists(directory / "a" / "warc" / "orphaned"));
  Archive archive = open_archive(directory / "a");
  add_story(archive, story(3));
  EXPECT_EQ(count_responses(directory / "a"), 4U);
}

// The child commits until it is killed; it says over a pipe what it has been told is committed.
TEST(Crash, AKillAtAnyTimeLosesNothingCommitted) {
  for (const int committed_before_kill : {1, 7, 20}) {
    const support::TempDir directory;
    int ends[2] = {};
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      Archive archive = open_archive(directory / "a");
      for (int i = 0;; ++i) {
        add_story(archive, story(i));
        if (::write(ends[1], "x", 1) != 1) ::_exit(97);
      }
    }
    ::close(ends[1]);
    char byte = 0;
    for (int i = 0; i < committed_before_kill; ++i) ASSERT_EQ(::read(ends[0], &byte, 1), 1);
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    std::size_t told = static_cast<std::size_t>(committed_before_kill);
    while (::read(ends[0], &byte, 1) == 1) ++told;
    ::close(ends[0]);
    std::size_t found = 0;
    {
      Archive archive = open_archive(directory / "a");
      found = archive.stats().captures;
    }
    // The last commit may have ended before the child could say so.
    EXPECT_TRUE(found == told || found == told + 1) << found << " of " << told;
    expect_whole(directory / "a", found);
  }
}

// RocksDB takes a spoilt log for one that a crash cut short. To go on from there would cut off the
// WARC records of all commits behind it.
TEST(Crash, ALogThatLostCommitsIsNotWrittenOn) {
  const support::TempDir directory;
  {
    Archive archive = open_archive(directory / "a");
    for (int i = 0; i < 3; ++i) add_story(archive, story(i));
  }
  for (const auto& entry : std::filesystem::directory_iterator(directory / "a" / "db")) {
    if (entry.path().extension() != ".log") continue;
    std::fstream log(entry.path(), std::ios::binary | std::ios::in | std::ios::out);
    log.seekp(static_cast<std::streamoff>(entry.file_size() / 2));
    log << "spoilt";
  }
  const auto archive = Archive::open(directory / "a", {});
  ASSERT_FALSE(archive);
  EXPECT_EQ(archive.error().code, StorageErrorCode::Corrupt);
  EXPECT_EQ(count_responses(directory / "a"), 3U);
}

// Neither the database nor the index, which may be deleted at any time, is left to know the
// records.
TEST(Crash, ALostDatabaseIsNotMadeAnewBesideItsRecords) {
  const support::TempDir directory;
  {
    Archive archive = open_archive(directory / "a");
    for (int i = 0; i < 3; ++i) add_story(archive, story(i));
  }
  std::filesystem::remove(directory / "a" / "search.sqlite");
  const auto empty_log = [&] {
    for (const auto& entry : std::filesystem::directory_iterator(directory / "a" / "db")) {
      if (entry.path().extension() == ".log") std::filesystem::resize_file(entry.path(), 0);
    }
  };
  const auto empty_folder = [&] {
    std::filesystem::remove_all(directory / "a" / "db");
    std::filesystem::create_directory(directory / "a" / "db");
  };
  const auto no_folder = [&] { std::filesystem::remove_all(directory / "a" / "db"); };
  for (const std::function<void()>& lose :
       {std::function<void()>(empty_log), std::function<void()>(empty_folder),
        std::function<void()>(no_folder)}) {
    lose();
    const auto archive = Archive::open(directory / "a", {});
    ASSERT_FALSE(archive);
    EXPECT_EQ(archive.error().code, StorageErrorCode::WarcWithoutDatabase);
    EXPECT_EQ(count_responses(directory / "a"), 3U);
  }
  EXPECT_FALSE(std::filesystem::exists(directory / "a" / "db"));
}

TEST(Crash, AnArchiveHalfMadeIsFinished) {
  const support::TempDir directory;
  std::filesystem::create_directories(directory / "a" / "warc");
  Archive archive = open_archive(directory / "a");
  add_story(archive, story(1));
  EXPECT_EQ(archive.stats().documents, 1U);
}

}  // namespace
}  // namespace dixit::storage
