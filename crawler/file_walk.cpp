#include "crawler/file_walk.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace dixit::crawler {

namespace fs = std::filesystem;

FileWalk::FileWalk(std::vector<fs::path> paths) {
  std::ranges::reverse(paths);
  for (fs::path& path : paths) waiting_.push_back({std::move(path), {}});
}

std::optional<WalkedFile> FileWalk::next() {
  while (!waiting_.empty()) {
    Waiting here = std::move(waiting_.back());
    waiting_.pop_back();
    std::error_code error;
    const bool was_given = here.root.empty();
    const fs::file_status status =
        was_given ? fs::status(here.path, error) : fs::symlink_status(here.path, error);
    if (fs::is_regular_file(status)) return WalkedFile{here.path, here.root, ""};
    if (!fs::is_directory(status)) {
      if (!was_given) continue;  // a socket, a link, a device: nothing that was asked for
      return WalkedFile{here.path, {}, error ? error.message() : "neither file nor directory"};
    }
    std::vector<fs::path> names;
    for (fs::directory_iterator at(here.path, error), end; !error && at != end; at.increment(error))
      names.push_back(at->path());
    std::sort(names.rbegin(), names.rend());
    const fs::path root = was_given ? here.path : here.root;
    for (fs::path& name : names) waiting_.push_back({std::move(name), root});
    if (error) return WalkedFile{here.path, root, error.message()};
  }
  return std::nullopt;
}

}  // namespace dixit::crawler
