#include "cli/files.h"

#include <fmt/format.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>

namespace dixit::cli {
namespace {

struct CloseGzip {
  void operator()(gzFile file) const { gzclose_r(file); }
};
using GzipFile = std::unique_ptr<gzFile_s, CloseGzip>;

// Big enough that a page takes few calls, small enough to stay in the cache.
constexpr unsigned kReadBytes = 64u << 10;

}  // namespace

tl::expected<std::string, std::string> read_file(const std::string& path, std::size_t bytes_max) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return tl::unexpected(fmt::format("{}: is a directory", path));
  }
  errno = 0;
  const GzipFile file(gzopen(path.c_str(), "rb"));
  if (!file) {
    return tl::unexpected(
        fmt::format("{}: {}", path, errno != 0 ? std::strerror(errno) : "out of memory"));
  }
  gzbuffer(file.get(), kReadBytes);
  std::string bytes;
  while (bytes.size() < bytes_max) {
    const std::size_t had = bytes.size();
    const auto wanted = static_cast<unsigned>(std::min<std::size_t>(kReadBytes, bytes_max - had));
    bytes.resize(had + wanted);
    const int got = gzread(file.get(), bytes.data() + had, wanted);
    if (got < 0) {
      int code = 0;
      return tl::unexpected(fmt::format("{}: {}", path, gzerror(file.get(), &code)));
    }
    bytes.resize(had + static_cast<std::size_t>(got));
    if (static_cast<unsigned>(got) < wanted) break;
  }
  return bytes;
}

}  // namespace dixit::cli
