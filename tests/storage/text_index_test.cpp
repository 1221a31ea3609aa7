#include "storage/text_index.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

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
  EXPECT_EQ(reader.find({.text = "premier"}).error().code, StorageErrorCode::NotFound);
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
