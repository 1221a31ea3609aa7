#include "storage/find_rows.h"

#include <gtest/gtest.h>

#include "tests/storage/fixtures.h"
#include "tests/support/temp_dir.h"

namespace dixit::storage {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): this folder's own fixtures

// Four stories, a day apart.
class FindRows : public ::testing::Test {
 protected:
  FindRows() : archive_(open_archive(directory_ / "a")) {
    add_story(archive_,
              {.url = "https://www.gazette.example/1",
               .outlet = "La Gazette du Nord",
               .said = {{.words = "alpha",
                         .by = "Élise Körner",
                         .entity = "elise_korner",
                         .hops = {{.role = model::HopRole::Monitor, .name = "Veille Ouverte"}}}}});
    add_story(archive_, {.url = "https://courier.example/2",
                         .outlet = "The Courier",
                         .published = kMarch1 + kDaySeconds,
                         .language = "en-GB",
                         .said = {{.words = "beta", .by = "Christine Island"}}});
    add_story(archive_, {.url = "https://www.gazette.example/3",
                         .outlet = "La Gazette du Nord",
                         .published = kMarch1 + 2 * kDaySeconds,
                         .said = {{.words = "gamma",
                                   .by = "le Cercle gris",
                                   .entity = "cercle",
                                   .against = "Port-Lumière",
                                   .against_entity = "port_lumiere"}}});
    // Undated: it stands where it was fetched, an hour into March 1.
    add_story(archive_, {.url = "https://blog.example/4",
                         .outlet = "Blog",
                         .published = 0,
                         .said = {{.words = "delta", .by = "Korner"}}});
  }

  std::string find(const Query& query) const { return find_texts(archive_, query); }

  support::TempDir directory_;
  Archive archive_;
};

TEST_F(FindRows, GivesEverythingByDate) {
  EXPECT_EQ(find({}), "alpha | delta | beta | gamma");
  EXPECT_EQ(find({.newest_first = true}), "gamma | beta | delta | alpha");
}

TEST_F(FindRows, StopsAtItsLimit) {
  EXPECT_EQ(find({.limit = 2}), "alpha | delta");
  EXPECT_EQ(find({.newest_first = true, .limit = 1}), "gamma");
}

TEST_F(FindRows, FindsSpeakersByWholeWordsOrEntity) {
  EXPECT_EQ(find({.speaker = "korner"}), "alpha | delta");
  EXPECT_EQ(find({.speaker = "ELISE KÖRNER"}), "alpha");
  EXPECT_EQ(find({.speaker = "elise_korner"}), "alpha");
  EXPECT_EQ(find({.speaker = "korner elise"}), "");
  EXPECT_EQ(find({.speaker = "is"}), "");  // neither Christine nor Island
  EXPECT_EQ(find({.speaker = "!!"}), "");
}

TEST_F(FindRows, FindsTargetsHopsAndOutlets) {
  EXPECT_EQ(find({.target = "port lumiere"}), "gamma");
  EXPECT_EQ(find({.target = "cercle"}), "");
  EXPECT_EQ(find({.via = "veille"}), "alpha");
  EXPECT_EQ(find({.outlet = "gazette du nord"}), "alpha | gamma");
  EXPECT_EQ(find({.outlet = "gazette.example"}), "alpha | gamma");
  EXPECT_EQ(find({.outlet = "courier"}), "beta");
}

TEST_F(FindRows, FiltersByTime) {
  EXPECT_EQ(find({.since = kMarch1 + kDaySeconds}), "beta | gamma");
  EXPECT_EQ(find({.until = kMarch1 + kDaySeconds}), "alpha | delta");
  EXPECT_EQ(find({.since = kMarch1 + 1, .until = kMarch1 + 2 * kDaySeconds, .newest_first = true}),
            "beta | delta");
}

// Half an hour into March 5 in Helsinki is March 4 in UTC; a reader sees the former.
TEST(FindRowsByPrintedDate, HoldsADateWithoutAZoneAgainstThePagesOwn) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  add_story(archive, {.url = "https://heron.example/1",
                      .published = kMarch1 + 4 * kDaySeconds - 5400,
                      .said = {{.words = "alpha", .by = "Ivo Lanz"}},
                      .printed = "2024-03-05T00:30+02:00"});
  EXPECT_EQ(find_texts(archive, {.since_printed = "2024-03-05"}), "alpha");
  EXPECT_EQ(find_texts(archive, {.since_printed = "2024-03-06"}), "");
  EXPECT_EQ(find_texts(archive, {.until_printed = "2024-03-05"}), "alpha");
  EXPECT_EQ(find_texts(archive, {.until_printed = "2024-03-04"}), "");
  EXPECT_EQ(find_texts(archive, {.since_printed = "2024-03-05T00:30"}), "alpha");
  EXPECT_EQ(find_texts(archive, {.since_printed = "2024-03-05T00:31"}), "");
  EXPECT_EQ(find_texts(archive, {.until_printed = "2024-03-05T00:29"}), "");
  EXPECT_EQ(find_texts(archive, {.since_printed = "2024", .until_printed = "2024"}), "alpha");
  EXPECT_EQ(find_texts(archive, {.until_printed = "2023"}), "");
}

TEST_F(FindRows, FiltersByLanguageRange) {
  EXPECT_EQ(find({.language = "en"}), "beta");
  EXPECT_EQ(find({.language = "EN-gb"}), "beta");
  EXPECT_EQ(find({.language = "e"}), "");
}

TEST_F(FindRows, FiltersByThreatAndEvidential) {
  EXPECT_EQ(find({.threats_only = true}), "gamma");
  EXPECT_EQ(find({.threat = model::ThreatClass::Violent}), "gamma");
  EXPECT_EQ(find({.threat = model::ThreatClass::Coercive}), "");
  EXPECT_EQ(find({.threat = model::ThreatClass::None}), "alpha | delta | beta");
  EXPECT_EQ(find({.evidential = model::Evidential::Asserted, .limit = 1}), "alpha");
  EXPECT_EQ(find({.evidential = model::Evidential::Denied}), "");
}

TEST_F(FindRows, JoinsFiltersAndText) {
  EXPECT_EQ(find({.speaker = "korner", .outlet = "blog"}), "delta");
  EXPECT_EQ(find({.speaker = "korner", .text = "delta OR gamma"}), "delta");
  EXPECT_EQ(find({.text = "alpha OR gamma", .newest_first = true}), "gamma | alpha");
}

TEST_F(FindRows, SaysWhatIsWrongWithAnExpression) {
  const auto rows = archive_.find({.text = "\"open"});
  ASSERT_FALSE(rows);
  EXPECT_EQ(rows.error().code, StorageErrorCode::BadQuery);
}

TEST_F(FindRows, RefusesAmbiguousIds) {
  // Forty quotations share no four digits by themselves; an id is made ambiguous by its own start.
  const auto rows = all_rows(archive_);
  EXPECT_EQ(archive_.quotation(rows[0].id).value(), rows[0]);
  EXPECT_EQ(archive_.quotation(rows[0].id.substr(0, 3)).error().code, StorageErrorCode::NotFound);
}

// Walks from files behave as walks from memory do: prefixes, filters and bounds differ there.
TEST_F(FindRows, FindsTheSameInFiles) {
  const std::string before = find({.speaker = "korner", .newest_first = true});
  for (int i = 0; i < 3; ++i) {
    archive_ = open_archive(directory_ / ("copy" + std::to_string(i)));
    archive_ = open_archive(directory_ / "a");  // opening flushes the log into files
    EXPECT_EQ(find({.speaker = "korner", .newest_first = true}), before);
    EXPECT_EQ(find({.until = kMarch1 + kDaySeconds, .newest_first = true}), "delta | alpha");
    EXPECT_EQ(find({.newest_first = true}), "gamma | beta | delta | alpha");
  }
}

}  // namespace
}  // namespace dixit::storage
