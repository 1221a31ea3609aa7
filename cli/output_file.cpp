#include "cli/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "storage/file_io.h"

namespace dixit::cli {
namespace {

namespace fs = std::filesystem;

// As many as Linux follows in a path (path_resolution(7)).
constexpr int kLinksMax = 40;
// More files left behind by killed runs with this process's number than there will ever be.
constexpr int kNamesMax = 1000;
constexpr mode_t kOwnersAlone = 0600;
constexpr mode_t kAsTheUmaskAllows = 0666;
constexpr mode_t kModeBits = 07777;

using Written = tl::expected<void, std::string>;

tl::unexpected<std::string> failure(const fs::path& path, int error) {
  return tl::unexpected(
      fmt::format("{}: cannot be written: {}", path.string(), std::strerror(error)));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }
  // Whether everything written has arrived, as far as the system knows.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

std::optional<struct stat> status_of(const fs::path& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

Written write_into(const fs::path& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC));
  if (!file.is_open() || !storage::write_all(file.number(), bytes) || !file.close())
    return failure(path, errno);
  return {};
}

// Where the links of `path` end, whether or not something is there.
std::optional<fs::path> without_links(fs::path path) {
  std::error_code error;
  for (int i = 0; i < kLinksMax; ++i) {
    if (!fs::is_symlink(fs::symlink_status(path, error))) return path;
    path = path.parent_path() / fs::read_symlink(path, error);
  }
  return std::nullopt;
}

struct Unfinished {
  Descriptor file;
  fs::path path;
};

// A new file beside `path`: a rename within one directory cannot fail for lack of room.
Unfinished unfinished_beside(const fs::path& path, mode_t mode) {
  fs::path name;
  for (int i = 0; i < kNamesMax; ++i) {
    name = path.parent_path() / fmt::format(".dixit-{}-{}.part", ::getpid(), i);
    Descriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (file.is_open() || errno != EEXIST) return {std::move(file), std::move(name)};
  }
  return {Descriptor(-1), std::move(name)};
}

// Another's file stays another's where this user may give files away, or its group's at least.
// Where neither may be, the rights of the group go: they would be another group's.
bool take_over(const Descriptor& file, const struct stat& old) {
  constexpr auto kOwnerAsIs = static_cast<uid_t>(-1);
  mode_t mode = old.st_mode & kModeBits;
  if (::fchown(file.number(), old.st_uid, old.st_gid) != 0 &&
      ::fchown(file.number(), kOwnerAsIs, old.st_gid) != 0) {
    mode &= ~static_cast<mode_t>(S_IRWXG);
  }
  return ::fchmod(file.number(), mode) == 0;
}

Written replace(const fs::path& path, const std::optional<struct stat>& old,
                std::string_view bytes) {
  // A rename asks the directory alone; whoever may not write into the file may not replace it.
  if (old && ::access(path.c_str(), W_OK) != 0) return failure(path, errno);
  Unfinished unfinished = unfinished_beside(path, old ? kOwnersAlone : kAsTheUmaskAllows);
  Descriptor& file = unfinished.file;
  if (!file.is_open()) return failure(path, errno);
  if ((!old || take_over(file, *old)) && storage::write_all(file.number(), bytes) &&
      ::fsync(file.number()) == 0 && file.close() &&
      std::rename(unfinished.path.c_str(), path.c_str()) == 0) {
    return {};
  }
  const int error = errno;
  ::unlink(unfinished.path.c_str());
  return failure(path, error);
}

}  // namespace

tl::expected<void, std::string> write_output_file(const std::string& path, std::string_view bytes) {
  const auto old = status_of(path);
  if (old && S_ISDIR(old->st_mode)) return failure(path, EISDIR);
  if (old && !S_ISREG(old->st_mode)) return write_into(path, bytes);
  const auto target = without_links(path);
  if (!target) return failure(path, ELOOP);
  return replace(*target, old, bytes);
}

bool names_standard_output(const std::string& path) {
  const auto named = status_of(path);
  struct stat out{};
  if (!named || ::fstat(STDOUT_FILENO, &out) != 0) return false;
  return named->st_dev == out.st_dev && named->st_ino == out.st_ino;
}

}  // namespace dixit::cli
