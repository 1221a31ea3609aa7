#include "storage/ledger.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "tests/storage/fixtures.h"
#include "tests/support/temp_dir.h"

namespace dixit::storage {
namespace {

std::vector<LedgerEntry> log_of_three() {
  std::vector<LedgerEntry> log;
  for (const char* subject : {"a", "b", "c"}) {
    LedgerEntry entry;
    entry.time_ms = 1000;
    entry.action = "fetch";
    entry.subject = subject;
    log.push_back(next_ledger_entry(log.empty() ? nullptr : &log.back(), entry));
  }
  return log;
}

LedgerCheck check(const std::vector<LedgerEntry>& log) {
  LedgerCheck out;
  for (const LedgerEntry& entry : log) check_next(out, entry);
  return out;
}

TEST(Ledger, ChainsEntries) {
  const auto log = log_of_three();
  EXPECT_EQ(log[0].previous_hash, std::string(64, '0'));
  EXPECT_EQ(log[2].sequence, 3U);
  EXPECT_EQ(log[2].previous_hash, log[1].hash);
  EXPECT_EQ(check(log), (LedgerCheck{3, std::nullopt, "", log[2].hash}));
}

TEST(Ledger, NoticesEveryChange) {
  auto changed = log_of_three();
  changed[1].detail = "x";
  EXPECT_EQ(check(changed).first_bad, 2U);

  auto rehashed = log_of_three();
  rehashed[1].detail = "x";
  rehashed[1].hash = ledger_hash(rehashed[1]);
  EXPECT_EQ(check(rehashed).first_bad, 3U);
  EXPECT_EQ(check(rehashed).reason, "it does not follow the entry before it");

  auto dropped = log_of_three();
  dropped.erase(dropped.begin() + 1);
  EXPECT_EQ(check(dropped).first_bad, 3U);
  EXPECT_EQ(check(dropped).entries, 1U);
}

// Lengths stand before the fields, so that no letter can move from one to the next.
TEST(Ledger, HashesFieldsApart) {
  LedgerEntry first;
  first.action = "ab";
  LedgerEntry second;
  second.action = "a";
  second.subject = "b";
  EXPECT_NE(ledger_hash(first), ledger_hash(second));
}

TEST(ArchiveLedger, SaysWhatWasFetchedAndRead) {
  const support::TempDir directory;
  std::string last_hash;
  {
    Archive archive = testing::open_archive(directory / "a");
    testing::add_story(archive, {.url = "https://a.example/", .outlet = "A"});
    last_hash = archive.verify_ledger().last_hash;
  }
  Archive archive = testing::open_archive(directory / "a");
  testing::add_story(archive, {.url = "https://b.example/", .outlet = "B"});
  const auto log = archive.ledger(1, 10);
  ASSERT_EQ(log.size(), 4U);
  EXPECT_EQ(log[0].action, "fetch");
  EXPECT_EQ(log[0].subject, archive.latest_capture_of("https://a.example/")->id);
  EXPECT_EQ(log[1].action, "extract");
  EXPECT_EQ(log[1].detail, "test-1");
  EXPECT_EQ(log[2].previous_hash, last_hash);
  EXPECT_EQ(archive.verify_ledger(), (LedgerCheck{4, std::nullopt, "", log[3].hash}));
  EXPECT_EQ(archive.ledger(3, 1), std::vector<LedgerEntry>{log[2]});
}

TEST(ArchiveWalk, VisitsEveryCaptureAndDocumentUntilToldToStop) {
  const support::TempDir directory;
  Archive archive = testing::open_archive(directory / "a");
  testing::add_story(archive, {.url = "https://a.example/", .outlet = "A"});
  testing::add_story(archive, {.url = "https://b.example/", .outlet = "B"});
  std::set<std::string> urls;
  archive.each_capture([&](const model::Capture& capture) {
    urls.insert(capture.url);
    return true;
  });
  EXPECT_EQ(urls, (std::set<std::string>{"https://a.example/", "https://b.example/"}));
  int documents = 0;
  archive.each_document([&](const model::Document& document) {
    EXPECT_EQ(archive.document(document.id), document);
    return ++documents < 1;
  });
  EXPECT_EQ(documents, 1);
}

}  // namespace
}  // namespace dixit::storage
