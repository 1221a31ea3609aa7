#include "storage/database.h"

#include <gtest/gtest.h>

#include "storage/archive.h"
#include "storage/file_lock.h"
#include "storage/keys.h"
#include "storage/meta_keys.h"
#include "tests/support/temp_dir.h"

namespace dixit::storage {
namespace {

Database open_database(const std::filesystem::path& directory, DatabaseOptions options = {}) {
  auto database = Database::open(directory, options);
  if (!database) {
    ADD_FAILURE() << database.error().context;
    std::abort();
  }
  return *std::move(database);
}

std::string keys_of(Cursor cursor) {
  std::string out;
  for (; cursor.valid(); cursor.next()) out += std::string(cursor.key().substr(8)) + " ";
  return out;
}

std::string backwards(Cursor cursor) {
  std::string out;
  for (; cursor.valid(); cursor.previous()) out += std::string(cursor.key().substr(8)) + " ";
  return out;
}

TEST(Batch, ReadsItsOwnChangesOnTopOfTheDatabase) {
  const support::TempDir directory;
  Database database = open_database(directory / "db");
  Batch first(database);
  first.put(Table::BySpeaker, "prefix01a", "1");
  first.put(Table::BySpeaker, "prefix01c", "3");
  ASSERT_TRUE(database.write(first));

  Batch second(database);
  second.put(Table::BySpeaker, "prefix01b", "2");
  second.put(Table::BySpeaker, "prefix02a", "9");
  second.put(Table::BySpeaker, "prefix01a", "changed");
  second.put(Table::BySpeaker, "prefix01a", "changed again");
  second.erase(Table::BySpeaker, "prefix01c");
  EXPECT_EQ(second.get(Table::BySpeaker, "prefix01a"), "changed again");
  EXPECT_EQ(second.get(Table::BySpeaker, "prefix01c"), std::nullopt);
  EXPECT_EQ(second.get(Table::ByTarget, "prefix01a"), std::nullopt);
  EXPECT_EQ(keys_of(second.cursor(Table::BySpeaker, "prefix01")), "a b ");
  EXPECT_EQ(database.get(Table::BySpeaker, "prefix01a"), "1");
  ASSERT_TRUE(database.write(second));
  EXPECT_EQ(keys_of(database.cursor(Table::BySpeaker, "prefix01")), "a b ");
  EXPECT_EQ(keys_of(database.cursor(Table::BySpeaker, "")), "a b a ");
}

TEST(Batch, AddsNumbersWhenWritten) {
  const support::TempDir directory;
  Database database = open_database(directory / "db");
  for (int i = 0; i < 3; ++i) {
    Batch batch(database);
    batch.add_to_number("n", 5);
    batch.add_to_number("n", -2);
    ASSERT_TRUE(database.write(batch));
  }
  EXPECT_EQ(number_in(*database.get(Table::Meta, "n")), 9U);
}

// Once in memory and once in files, where prefixes are filtered.
TEST(Cursor, WalksBothWaysInsideItsPrefix) {
  const support::TempDir directory;
  for (int round = 0; round < 2; ++round) {
    Database database = open_database(directory / "db");
    Batch batch(database);
    for (const char* key : {"prefix00z", "prefix01a", "prefix01b", "prefix01c", "prefix02a"}) {
      batch.put(Table::BySpeaker, key, "");
    }
    ASSERT_TRUE(database.write(batch));
    Cursor cursor = database.cursor(Table::BySpeaker, "prefix01");
    cursor.seek_to_last();
    EXPECT_EQ(backwards(std::move(cursor)), "c b a ");
    cursor = database.cursor(Table::BySpeaker, "prefix01");
    cursor.seek_back("prefix01bb");
    EXPECT_EQ(backwards(std::move(cursor)), "b a ");
    cursor = database.cursor(Table::BySpeaker, "prefix01");
    cursor.seek("prefix01b");
    EXPECT_EQ(keys_of(std::move(cursor)), "b c ");
    cursor = database.cursor(Table::BySpeaker, "prefix99");
    EXPECT_FALSE(cursor.valid());
    cursor.seek_to_last();
    EXPECT_FALSE(cursor.valid());
  }
}

TEST(Database, KeepsWhatWasWritten) {
  const support::TempDir directory;
  {
    Database database = open_database(directory / "db");
    Batch batch(database);
    batch.put(Table::Ledger, "key", "value");
    ASSERT_TRUE(database.write(batch));
  }
  const Database reader = open_database(directory / "db", {false, true});
  EXPECT_EQ(reader.get(Table::Ledger, "key"), "value");
  EXPECT_TRUE(reader.health());
  EXPECT_GT(reader.bytes_on_disk(), 0U);
}

TEST(Database, IsNotMadeForAReader) {
  const support::TempDir directory;
  EXPECT_FALSE(Database::open(directory / "db", {true, true}));
  EXPECT_FALSE(Database::open(directory / "db", {false, false}));
}

TEST(Archive, RefusesANewerSchema) {
  const support::TempDir directory;
  ASSERT_TRUE(Archive::open(directory / "a", {}));
  {
    Database database = open_database(directory / "a" / "db");
    Batch batch(database);
    batch.put(Table::Meta, kMetaSchema, number_key(kSchemaVersion + 1));
    ASSERT_TRUE(database.write(batch));
  }
  const auto archive = Archive::open(directory / "a", {});
  ASSERT_FALSE(archive);
  EXPECT_EQ(archive.error().code, StorageErrorCode::NewerSchema);
}

TEST(Archive, IsNotWrittenOnWhereItsEndsCannotBeRead) {
  for (const bool ledger : {true, false}) {
    const support::TempDir directory;
    ASSERT_TRUE(Archive::open(directory / "a", {}));
    {
      Database database = open_database(directory / "a" / "db");
      Batch batch(database);
      if (ledger) {
        batch.put(Table::Ledger, number_key(7), "\xff");
      } else {
        batch.put(Table::Meta, kMetaWarcPosition, "\xff");
      }
      ASSERT_TRUE(database.write(batch));
    }
    const auto archive = Archive::open(directory / "a", {});
    ASSERT_FALSE(archive);
    EXPECT_EQ(archive.error().code, StorageErrorCode::Corrupt);
  }
}

TEST(FileLock, IsHeldByOneAtATime) {
  const support::TempDir directory;
  {
    auto first = FileLock::acquire(directory / "LOCK");
    ASSERT_TRUE(first);
    const FileLock moved = *std::move(first);
    const auto second = FileLock::acquire(directory / "LOCK");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, StorageErrorCode::Locked);
  }
  EXPECT_TRUE(FileLock::acquire(directory / "LOCK"));
  EXPECT_EQ(FileLock::acquire(directory / "none" / "LOCK").error().code, StorageErrorCode::Io);
}

}  // namespace
}  // namespace dixit::storage
