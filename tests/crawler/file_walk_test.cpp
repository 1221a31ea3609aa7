#include "crawler/file_walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temp_dir.h"

namespace dixit::crawler {
namespace {

using ::testing::ElementsAre;
namespace fs = std::filesystem;

std::vector<std::string> walk(const fs::path& base, std::vector<fs::path> paths) {
  FileWalk files(std::move(paths));
  std::vector<std::string> seen;
  while (const auto file = files.next())
    seen.push_back(file->path.lexically_relative(base).string() +
                   (file->problem.empty() ? "" : " !"));
  return seen;
}

TEST(FileWalk, GoesThroughDirectoriesInTheOrderOfNames) {
  const support::TempDir base;
  fs::create_directories(base / "d" / "b");
  for (const char* name : {"d/c", "d/b/y", "d/b/x", "d/a", "z"}) std::ofstream(base / name) << "x";

  EXPECT_THAT(walk(base.path(), {base / "z", base / "d"}),
              ElementsAre("z", "d/a", "d/b/x", "d/b/y", "d/c"));
}

TEST(FileWalk, DoesNotFollowLinksInADirectory) {
  const support::TempDir base;
  fs::create_directories(base / "d");
  std::ofstream(base / "d" / "a") << "x";
  fs::create_directory_symlink(base / "d", base / "d" / "again");

  EXPECT_THAT(walk(base.path(), {base / "d"}), ElementsAre("d/a"));
  EXPECT_THAT(walk(base.path(), {base / "d" / "again"}), ElementsAre("d/again/a"));
}

TEST(FileWalk, NamesWhatCannotBeRead) {
  const support::TempDir base;
  EXPECT_THAT(walk(base.path(), {base / "missing"}), ElementsAre("missing !"));
}

}  // namespace
}  // namespace dixit::crawler
