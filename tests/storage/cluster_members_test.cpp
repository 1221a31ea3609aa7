#include "storage/cluster_members.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "storage/codec.h"
#include "storage/digest.h"
#include "storage/keys.h"
#include "storage/meta_keys.h"
#include "storage/record_keys.h"
#include "tests/storage/fixtures.h"
#include "tests/support/temp_dir.h"

namespace dixit::storage {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): this folder's own fixtures

const std::string kA = "00000000000000aa";
const std::string kB = "00000000000000bb";
const std::string kC = "00000000000000cc";
const std::string kD = "00000000000000dd";

Database open_database(const std::filesystem::path& directory) {
  auto database = Database::open(directory, {});
  if (!database) std::abort();
  return *std::move(database);
}

Story told(const std::string& outlet) {
  return {.url = "https://" + outlet + ".example/1",
          .outlet = outlet,
          .said = {{.words = "Le pont du canal sera fermé dès vendredi soir"}}};
}

// Puts the archive's one cluster into the record that programs of schema 1 kept of it.
void make_older(const std::filesystem::path& directory) {
  Database database = open_database(directory / "db");
  Batch batch(database);
  OlderCluster older{{}, {"fr"}};
  for (Cursor cursor = database.cursor(Table::Clusters, ""); cursor.valid(); cursor.next()) {
    batch.erase(Table::Clusters, cursor.key());
    if (cursor.key().front() == 'm') older.member_ids.insert(to_hex(cursor.key().substr(1)));
  }
  ASSERT_FALSE(older.member_ids.empty());
  const std::string id = *older.member_ids.begin();
  batch.put(Table::Clusters, older_cluster_key(id), encode(older));
  for (const std::string& member : older.member_ids) {
    batch.put(Table::Clusters, membership_key(member), from_hex(id));
  }
  batch.put(Table::Meta, kMetaSchema, number_key(1));
  ASSERT_TRUE(database.write(batch));
}

std::uint64_t schema_of(const std::filesystem::path& directory) {
  return number_in(open_database(directory / "db").get(Table::Meta, kMetaSchema).value_or(""));
}

TEST(ClusterMembers, AreKnownByTheLeastOfTheirIds) {
  const support::TempDir directory;
  Database database = open_database(directory / "db");
  Batch batch(database);
  EXPECT_FALSE(root_of(batch, kB));
  add_member(batch, kB, kB, "fr");
  add_member(batch, kB, kC, "en");
  EXPECT_EQ(least_member_id(batch, kB), kB);
  add_member(batch, kB, kA, "fr");
  EXPECT_EQ(least_member_id(batch, kB), kA);
  EXPECT_EQ(root_of(batch, kA), kB);
  EXPECT_EQ(member_ids(batch, kB), (std::set{kA, kB, kC}));
  EXPECT_EQ(count_members(batch, kB), 3U);
  EXPECT_EQ(member_languages(batch, kB), (std::set<std::string>{"en", "fr"}));
  remove_member(batch, kB, kC, "en");
  remove_member(batch, kB, kA, "fr");
  EXPECT_FALSE(root_of(batch, kC));
  EXPECT_EQ(member_ids(batch, kB), std::set{kB});
  EXPECT_EQ(member_languages(batch, kB), std::set<std::string>{"fr"});
}

TEST(ClusterMembers, MoveIntoTheLargerCluster) {
  const support::TempDir directory;
  Database database = open_database(directory / "db");
  Batch batch(database);
  add_member(batch, kA, kA, "fr");
  add_member(batch, kB, kB, "fr");
  add_member(batch, kB, kC, "en");
  EXPECT_EQ(join_clusters(batch, kA, kB), kB);
  EXPECT_EQ(member_ids(batch, kB), (std::set{kA, kB, kC}));
  EXPECT_EQ(count_members(batch, kB), 3U);
  EXPECT_EQ(root_of(batch, kA), kB);
  EXPECT_TRUE(member_ids(batch, kA).empty());
  EXPECT_TRUE(member_languages(batch, kA).empty());
}

// The quotation with which a cluster began may leave it and begin another one.
TEST(ClusterMembers, HaveARootOfTheirOwn) {
  const support::TempDir directory;
  Database database = open_database(directory / "db");
  Batch batch(database);
  EXPECT_EQ(new_root(batch, kA), kA);
  add_member(batch, kA, kA, "fr");
  add_member(batch, kA, kB, "fr");
  remove_member(batch, kA, kA, "fr");
  const std::string root = new_root(batch, kA);
  EXPECT_NE(root, kA);
  add_member(batch, root, kA, "fr");
  add_member(batch, root, kD, "fr");
  EXPECT_EQ(member_ids(batch, kA), std::set{kB});
  EXPECT_EQ(member_ids(batch, root), (std::set{kA, kD}));
}

// Each new member rewrote the record of all before it.
TEST(ClusterMembers, GrowByNoRecordThatGrows) {
  const support::TempDir directory;
  constexpr int kPages = 300;
  std::vector<PageCommit> pages;
  for (int i = 0; i < kPages; ++i) {
    Story story = told("outlet" + std::to_string(i));
    story.published = kMarch1 - i;  // each the canonical one when it comes
    PageCommit page;
    page.document = document_of(story);
    pages.push_back(std::move(page));
  }
  {
    Archive archive = open_archive(directory / "a");
    ASSERT_TRUE(archive.commit(pages));
    EXPECT_EQ(archive.stats().clusters, 1U);
    const auto rows = all_rows(archive);
    const auto cluster = archive.cluster(rows.front().cluster_id);
    ASSERT_TRUE(cluster);
    EXPECT_EQ(cluster->members.size(), std::size_t{kPages});
    EXPECT_EQ(cluster->outlets.size(), std::size_t{kPages});
    EXPECT_EQ(cluster->canonical_quotation_id, rows.front().id);
    EXPECT_EQ(cluster->id, std::ranges::min(rows, {}, &QuotationRow::id).id);
  }
  const Database database = open_database(directory / "a" / "db");
  for (Cursor cursor = database.cursor(Table::Clusters, ""); cursor.valid(); cursor.next()) {
    EXPECT_LE(cursor.value().size(), kNumberBytes);
  }
}

TEST(ClusterMembers, AreReadFromAnOlderArchive) {
  const support::TempDir directory;
  std::optional<model::Cluster> before;
  {
    Archive archive = open_archive(directory / "a");
    for (const char* outlet : {"a", "b", "c"}) add_story(archive, told(outlet));
    before = archive.cluster(all_rows(archive)[0].cluster_id);
  }
  ASSERT_TRUE(before);
  make_older(directory / "a");
  {
    const Archive reader = open_archive(directory / "a", {.read_only = true});
    for (const QuotationRow& row : all_rows(reader)) EXPECT_EQ(row.cluster_id, before->id);
    EXPECT_EQ(reader.cluster(before->id), before);
  }
  EXPECT_EQ(schema_of(directory / "a"), 1U);
}

TEST(ClusterMembers, AreAddedToAndTakenFromAnOlderArchive) {
  const support::TempDir directory;
  {
    Archive archive = open_archive(directory / "a");
    for (const char* outlet : {"a", "b"}) add_story(archive, told(outlet));
  }
  make_older(directory / "a");
  {
    Archive archive = open_archive(directory / "a");
    add_story(archive, told("c"));
    const auto rows = all_rows(archive);
    EXPECT_EQ(archive.cluster(rows[0].id)->members.size(), 3U);
    EXPECT_EQ(archive.stats().clusters, 1U);
    for (const char* outlet : {"a", "c"}) {
      PageCommit again;
      again.document = document_of(told(outlet));
      again.document->quotations.clear();
      ASSERT_TRUE(archive.commit(std::span(&again, 1)));
    }
    EXPECT_EQ(archive.stats().clusters, 0U);
    const auto left = all_rows(archive);
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].cluster_id, left[0].id);
  }
  // A program that would misread the keys refuses the archive from now on.
  EXPECT_EQ(schema_of(directory / "a"), std::uint64_t{kSchemaVersion});
  const Database database = open_database(directory / "a" / "db");
  EXPECT_FALSE(database.cursor(Table::Clusters, "").valid());
}

}  // namespace
}  // namespace dixit::storage
