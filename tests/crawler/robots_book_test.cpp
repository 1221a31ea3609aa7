#include "crawler/robots_book.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/crawl_bench.h"

namespace dixit::crawler {
namespace {

using support::TempDir;

// Only the text of files was counted, so that hosts without one never made room.
TEST(RobotsBook, CountsOriginsThatHaveNoFile) {
  const TempDir directory;
  const storage::Archive archive = support::open_archive(directory.path());
  RobotsBook book(archive);
  constexpr std::size_t kOriginsMax = kRobotsBytesInMemoryMax / kRobotsEntryBytes;

  for (std::size_t i = 0; i < kOriginsMax + 1'000; ++i)
    book.store({.origin = fmt::format("http://{}.test", i), .fetched_at_ms = 1, .status = 404});

  EXPECT_EQ(book.size(), kOriginsMax);
  EXPECT_TRUE(book.find(fmt::format("http://{}.test", kOriginsMax + 999), 1));
  EXPECT_FALSE(book.find("http://0.test", 1));
}

TEST(RobotsBook, CountsEachRuleForMoreThanItsText) {
  const TempDir directory;
  const storage::Archive archive = support::open_archive(directory.path());
  RobotsBook book(archive);
  std::string file = "User-agent: *\n";
  constexpr std::size_t kRules = 10'000;
  for (std::size_t i = 0; i < kRules; ++i) file += "Allow:/\n";

  for (int i = 0; i < 100; ++i)
    book.store({.origin = fmt::format("http://{}.test", i), .status = 200, .body = file});

  EXPECT_LE(book.size() * kRules * kRobotsLineBytes, kRobotsBytesInMemoryMax);
}

}  // namespace
}  // namespace dixit::crawler
