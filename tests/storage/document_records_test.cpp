#include "storage/document_records.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "storage/database.h"
#include "storage/record_keys.h"
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

// Headline and body have the same words; the page was changed around them and then changed back.
Story first_version() {
  return page({{.words = "nous frapperons la ville"},
               {.words = "sans pitié"},
               {.words = "nous frapperons la ville"}});
}
Story second_version() {
  return page({{.words = "nous frapperons la ville"},
               {.words = "nous frapperons la ville"},
               {.words = "Nous frapperons la ville !"}},
              "Mis à jour.");
}

// "fetch: words; ..." of what is shown, the document's hour of fetch first.
std::string shown(const Archive& archive) {
  std::vector<std::string> rows;
  for (const QuotationRow& row : all_rows(archive)) {
    rows.push_back(std::to_string(row.fetched_at_ms / kHourMs) + ": " + row.quotation.text + "; ");
  }
  std::ranges::sort(rows);
  std::string out;
  for (const std::string& row : rows) out += row;
  return out;
}

// Stores versions with their hours of fetch, in this order.
std::string shown_after(const std::vector<std::pair<Story, std::int64_t>>& versions) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  for (const auto& [story, hour] : versions) add_story_at(archive, story, hour * kHourMs);
  const std::string rows = shown(archive);
  EXPECT_EQ(archive.stats().quotations, static_cast<std::size_t>(std::ranges::count(rows, ';')));
  return rows;
}

// As if a program that kept no such keys had written the page.
void forget_versions(const std::filesystem::path& archive, const Story& story) {
  auto database = Database::open(archive / "db", {});
  ASSERT_TRUE(database);
  Batch batch(*database);
  for (Cursor cursor = database->cursor(Table::Documents, "w"); cursor.valid(); cursor.next()) {
    batch.erase(Table::Documents, cursor.key());
  }
  batch.erase(Table::Documents, documents_of_url_prefix(story.url));
  ASSERT_TRUE(database->write(batch));
}

// Reads the version that came last again, and finds nothing in it.
void read_without_quotations(Archive& archive, const Story& story) {
  PageCommit again;
  again.document = document_of(story);
  again.document->capture_id = archive.latest_capture_of(story.url)->id;
  again.document->quotations.clear();
  ASSERT_TRUE(archive.commit(std::span(&again, 1)));
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

// The row showed the address of the later capture beside the evidence of the earlier one.
TEST(DocumentRecords, KeepTheAddressOfThatCapture) {
  const Story story = page({{.words = "premier"}});
  const std::string moved = story.url + "?page=1";
  for (const bool in_order : {true, false}) {
    const support::TempDir directory;
    Archive archive = open_archive(directory / "a");
    for (const bool first : {in_order, !in_order}) {
      PageCommit page;
      page.document = document_of(story);
      page.document->url = first ? story.url : moved;
      auto capture = archive.append(
          exchange_of(page.document->url, page.document->text, first ? kHourMs : 2 * kHourMs));
      ASSERT_TRUE(capture);
      page.document->capture_id = capture->id;
      page.capture = *std::move(capture);
      ASSERT_TRUE(archive.commit(std::span(&page, 1)));
    }
    const QuotationRow row = all_rows(archive).at(0);
    EXPECT_EQ(row.url, story.url);
    EXPECT_EQ(archive.capture(row.capture_id)->url, story.url);
    EXPECT_EQ(archive.document(row.document_id)->url, story.url);
  }
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
  read_without_quotations(archive, newer);
  EXPECT_EQ(texts_of(all_rows(archive)), "nous frapperons la ville");
  EXPECT_EQ(archive.stats().quotations, 1U);
}

constexpr std::string_view kBothVersions =
    "1: sans pitié; 2: Nous frapperons la ville !; 2: nous frapperons la ville; "
    "2: nous frapperons la ville; ";

// Only one of several rows with the same words was superseded, and an older version that came later
// ended the program.
TEST(DocumentRecords, KeepEveryRowOfRepeatedWords) {
  EXPECT_EQ(shown_after({{first_version(), 1}, {second_version(), 2}}), kBothVersions);
  EXPECT_EQ(shown_after({{second_version(), 2}, {first_version(), 1}}), kBothVersions);
}

TEST(DocumentRecords, ShowTheSameInAnyOrderOfArrival) {
  std::vector<std::pair<Story, std::int64_t>> versions{
      {first_version(), 1},
      {second_version(), 2},
      {page({{.words = "sans pitié"}, {.words = "nous frapperons la ville"}}, "Encore."), 3},
      {page({{.words = "rien"}}, "Encore plus tard."), 4}};
  const auto by_hour = [](const auto& a, const auto& b) { return a.second < b.second; };
  do {
    EXPECT_EQ(shown_after(versions), "3: nous frapperons la ville; 3: sans pitié; 4: rien; ");
  } while (std::ranges::next_permutation(versions, by_hour).found);
}

TEST(DocumentRecords, SurviveAPageThatIsChangedBackAndForth) {
  EXPECT_EQ(shown_after({{first_version(), 1},
                         {second_version(), 2},
                         {first_version(), 3},
                         {second_version(), 4}}),
            kBothVersions);
}

// Each row superseded the other one, and the words were gone.
TEST(DocumentRecords, YieldToAVersionThatTurnsOutToBeLater) {
  EXPECT_EQ(shown_after({{first_version(), 2}, {second_version(), 3}, {second_version(), 1}}),
            "2: nous frapperons la ville; 2: nous frapperons la ville; 2: sans pitié; ");
}

// A row at one place in both versions is one record, which the older version must get back.
TEST(DocumentRecords, HandARowBackToTheVersionThatStillHasIt) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  add_story_at(archive, page({{.words = "nous frapperons"}, {.words = "sans pitié"}}), kHourMs);
  const Story newer = page({{.words = "nous frapperons"}, {.words = "avec pitié"}});
  add_story_at(archive, newer, 2 * kHourMs);
  EXPECT_EQ(shown(archive), "1: sans pitié; 2: avec pitié; 2: nous frapperons; ");
  read_without_quotations(archive, newer);
  EXPECT_EQ(shown(archive), "1: nous frapperons; 1: sans pitié; ");
  const Story older = page({{.words = "nous frapperons"}, {.words = "sans pitié"}});
  EXPECT_EQ(archive.document(document_of(older).id)->quotations.size(), 2U);
}

TEST(DocumentRecords, HandEachRowBackToTheLastVersionThatHasIt) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const Story newest = page({{.words = "premier"}, {.words = "second"}, {.words = "dernier"}});
  add_story_at(archive, page({{.words = "premier"}, {.words = "second"}}), kHourMs);
  add_story_at(archive, page({{.words = "ancien."}, {.words = "second"}}), 2 * kHourMs);
  add_story_at(archive, newest, 3 * kHourMs);
  EXPECT_EQ(shown(archive), "2: ancien.; 3: dernier; 3: premier; 3: second; ");
  read_without_quotations(archive, newest);
  EXPECT_EQ(shown(archive), "1: premier; 2: ancien.; 2: second; ");
}

TEST(DocumentRecords, SettleWithVersionsOfAnOlderArchive) {
  const support::TempDir directory;
  {
    Archive archive = open_archive(directory / "a");
    add_story_at(archive, first_version(), kHourMs);
  }
  forget_versions(directory / "a", first_version());
  Archive archive = open_archive(directory / "a");
  add_story_at(archive, second_version(), 2 * kHourMs);
  EXPECT_EQ(shown(archive), kBothVersions);
}

}  // namespace
}  // namespace dixit::storage
