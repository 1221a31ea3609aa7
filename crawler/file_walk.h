#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dixit::crawler {

// A regular file, and the path under which it was asked for.
struct WalkedFile {
  std::filesystem::path path;
  std::filesystem::path root;  // the directory that was given; empty when the file itself was
  std::string problem;         // why it cannot be read; "" when it can
};

// Walks through files and directories, each directory in name order and before its subdirectories'
// files of later names. Symbolic links to directories are not followed, so that it always ends.
//
// In memory are only the names of the directories that it stands in.
class FileWalk {
 public:
  explicit FileWalk(std::vector<std::filesystem::path> paths);

  std::optional<WalkedFile> next();

 private:
  struct Waiting {
    std::filesystem::path path;
    std::filesystem::path root;
  };

  std::vector<Waiting> waiting_;  // the next one last
};

}  // namespace dixit::crawler
