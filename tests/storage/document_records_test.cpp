#include "storage/document_records.h"

#include <gtest/gtest.h>

#include "tests/storage/fixtures.h"
#include "tests/support/temp_dir.h"

namespace dixit::storage {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): this folder's own fixtures

constexpr std::int64_t kHourMs = 3'600'000;

Story page(std::vector<Said> said, std::string extra = {}) {
  Story story{.url = "https://gazette.example/1", .outlet = "La Gazette"};
  story.said = std::move(said);
  story.extra = std::move(extra);
  return story;
}

TEST(DocumentRecords, ReadingAgainChangesNothing) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const Story story = page({{.words = "premier"}, {.words = "second", .against = "la ville"}});
  add_story_at(archive, story, kHourMs);
  const auto before = all_rows(archive);
  add_story_at(archive, story, 2 * kHourMs);
  EXPECT_EQ(all_rows(archive), before);
  EXPECT_EQ(archive.stats().documents, 1U);
  EXPECT_EQ(archive.stats().quotations, 2U);
  EXPECT_EQ(archive.stats().captures, 2U);
}

TEST(DocumentRecords, KeepTheCaptureThatFirstBroughtTheText) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const Story story = page({{.words = "premier"}});
  add_story_at(archive, story, 2 * kHourMs);
  add_story_at(archive, story, 3 * kHourMs);
  EXPECT_EQ(all_rows(archive).at(0).fetched_at_ms, 2 * kHourMs);
  add_story_at(archive, story, kHourMs);
  EXPECT_EQ(all_rows(archive).at(0).fetched_at_ms, kHourMs);
}

// A newer extractor may find other quotations in the same text, or another speaker.
TEST(DocumentRecords, ANewReadingReplacesTheOldOne) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const Story story =
      page({{.words = "premier", .by = "Anna"}, {.words = "second", .by = "Bruno"}});
  add_story_at(archive, story, kHourMs);
  PageCommit again;
  again.document = document_of(story);
  again.document->capture_id = archive.latest_capture_of(story.url)->id;
  again.document->quotations.erase(again.document->quotations.begin());
  again.document->quotations.at(0).source->name = "Carla";
  ASSERT_TRUE(archive.commit(std::span(&again, 1)));
  EXPECT_EQ(texts_of(all_rows(archive)), "second");
  EXPECT_EQ(find_texts(archive, {.speaker = "bruno"}), "second");  // the mention is still printed
  EXPECT_EQ(find_texts(archive, {.speaker = "carla"}), "second");
  EXPECT_EQ(find_texts(archive, {.speaker = "anna"}), "");
  EXPECT_EQ(archive.stats().quotations, 1U);
}

TEST(DocumentRecords, ShowsTheWordsOfTwoVersionsOnceAndKeepsWhatWasTakenBack) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  add_story_at(archive, page({{.words = "nous frapperons la ville"}, {.words = "sans pitié"}}),
               kHourMs);
  add_story_at(archive, page({{.words = "Nous frapperons la ville !"}}, "Mis à jour."),
               2 * kHourMs);
  EXPECT_EQ(archive.stats().documents, 2U);
  EXPECT_EQ(archive.stats().quotations, 2U);
  Query query;
  EXPECT_EQ(find_texts(archive, query), "sans pitié | Nous frapperons la ville !");
  query.text = "frapperons";
  EXPECT_EQ(find_texts(archive, query), "Nous frapperons la ville !");
}

TEST(DocumentRecords, AnOlderVersionThatComesLaterYields) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  add_story_at(archive, page({{.words = "Nous frapperons la ville !"}}, "Mis à jour."),
               2 * kHourMs);
  add_story_at(archive, page({{.words = "nous frapperons la ville"}, {.words = "sans pitié"}}),
               kHourMs);
  EXPECT_EQ(archive.stats().quotations, 2U);
  const auto rows = all_rows(archive);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_NE(texts_of(rows).find("Nous frapperons la ville !"), std::string::npos);
  EXPECT_EQ(texts_of(rows).find("nous"), std::string::npos);
}

// What the newer version no longer says, once it is read better, is shown from the older again.
TEST(DocumentRecords, ShowsAgainWhatWasHiddenForAQuotationThatIsGone) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  add_story_at(archive, page({{.words = "nous frapperons la ville"}}), kHourMs);
  const Story newer = page({{.words = "Nous frapperons la ville !"}}, "Mis à jour.");
  add_story_at(archive, newer, 2 * kHourMs);
  EXPECT_EQ(texts_of(all_rows(archive)), "Nous frapperons la ville !");
  PageCommit again;
  again.document = document_of(newer);
  again.document->capture_id = archive.latest_capture_of(newer.url)->id;
  again.document->quotations.clear();
  ASSERT_TRUE(archive.commit(std::span(&again, 1)));
  EXPECT_EQ(texts_of(all_rows(archive)), "nous frapperons la ville");
  EXPECT_EQ(archive.stats().quotations, 1U);
}

}  // namespace
}  // namespace dixit::storage
