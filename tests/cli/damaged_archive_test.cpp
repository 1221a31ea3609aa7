#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "cli/exit_codes.h"
#include "storage/archive.h"
#include "tests/cli/small_archive.h"

// What the commands make of an archive that is not whole.
namespace dixit::cli {
namespace {

namespace fs = std::filesystem;

using ::testing::AllOf;
using ::testing::HasSubstr;

fs::path only_file(const fs::path& directory) { return *fs::directory_iterator(directory); }

TEST(DamagedArchive, SearchMakesTheTextIndexAnew) {
  const SmallArchive archive;
  const fs::path index = fs::path(archive.directory()) / "search.sqlite";
  for (const char* contents : {"", "this was never a database"}) {
    std::ofstream(index, std::ios::trunc) << contents;
    for (const char* command : {"search", "timeline", "export"}) {
      const Said said = archive.dixit({command, "--text", "gates"});
      EXPECT_EQ(said.code, kSuccess) << said.err;
      EXPECT_THAT(said.out, HasSubstr("Oskar Venn"));
    }
  }
  fs::remove(index);
  EXPECT_EQ(archive.dixit({"search", "gates"}).code, kSuccess);
}

TEST(DamagedArchive, SearchSaysWhatToDoWhenAnotherProcessHoldsTheArchive) {
  const SmallArchive archive;
  const auto writer = storage::Archive::open(archive.directory(), {});
  ASSERT_TRUE(writer);
  fs::remove(fs::path(archive.directory()) / "search.sqlite");
  const Said said = archive.dixit({"search", "gates"});
  EXPECT_EQ(said.code, kFailure);
  EXPECT_THAT(said.err, AllOf(HasSubstr("words cannot be looked for"), HasSubstr("makes it anew")));
  EXPECT_EQ(archive.dixit({"search", "--speaker", "Venn"}).code, kSuccess);
}

TEST(DamagedArchive, ACutWarcFileIsReadAroundAndNotWrittenOn) {
  const SmallArchive archive;
  const fs::path warc = only_file(fs::path(archive.directory()) / "warc");
  const std::uintmax_t size = fs::file_size(warc) / 2;
  fs::resize_file(warc, size);

  EXPECT_EQ(archive.dixit({"search"}).code, kSuccess);
  const Said written = archive.dixit({"ingest", "--base-url", "http://other.example/", "."});
  EXPECT_EQ(written.code, kFailure);
  EXPECT_THAT(written.err, AllOf(HasSubstr(warc.string()), HasSubstr("the archive is damaged here"),
                                 HasSubstr("restore it from a copy")));
  EXPECT_EQ(fs::file_size(warc), size);

  const Said inspected = dixit({"inspect", "warc", warc.string()});
  EXPECT_THAT(inspected.out, HasSubstr("gzip member damaged"));
}

TEST(DamagedArchive, ALostDatabaseIsSaidToBeAndTheWarcFilesStay) {
  const SmallArchive archive;
  const fs::path directory = archive.directory();
  const fs::path warc = only_file(directory / "warc");
  const std::uintmax_t size = fs::file_size(warc);
  fs::remove_all(directory / "db");
  fs::remove(directory / "search.sqlite");
  const Said said = archive.dixit({"ingest", "--base-url", "http://other.example/", "."});
  EXPECT_EQ(said.code, kFailure);
  EXPECT_THAT(said.err, AllOf(HasSubstr(warc.string() + ": holds records that no database"),
                              HasSubstr("restore db/"), HasSubstr("dixit ingest")));
  EXPECT_EQ(fs::file_size(warc), size);
}

TEST(DamagedArchive, AForeignWarcFileIsSetAsideAndSaidToBe) {
  const SmallArchive archive;
  const fs::path warc = fs::path(archive.directory()) / "warc";
  const std::string name = "dixit-20200101000000-00042.warc.gz";
  fs::copy_file(only_file(warc), warc / name);
  const Said said = archive.dixit({"ingest", "--base-url", "http://other.example/", "."});
  EXPECT_THAT(said.err, AllOf(HasSubstr((warc / "orphaned" / name).string()),
                              HasSubstr("the archive does not know them")));
  EXPECT_TRUE(fs::exists(warc / "orphaned" / name));
  EXPECT_FALSE(fs::exists(warc / name));
}

TEST(DamagedArchive, ADatabaseThatCannotBeReadIsSaidToBe) {
  const SmallArchive archive;
  std::ofstream(fs::path(archive.directory()) / "db" / "CURRENT", std::ios::trunc) << "nonsense";
  for (const char* command : {"search", "timeline", "stats", "crawl"}) {
    const Said said = archive.dixit({command});
    EXPECT_EQ(said.code, kFailure) << command;
    EXPECT_EQ(said.out, "");
    EXPECT_THAT(said.err, AllOf(HasSubstr(archive.directory() + "/db"), HasSubstr("\n  ")));
  }
}

}  // namespace
}  // namespace dixit::cli
