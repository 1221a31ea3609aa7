#include "cli/files.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string_view>

namespace dixit::cli {
namespace {

struct CloseGzip {
  void operator()(gzFile file) const { gzclose_r(file); }
};
using GzipFile = std::unique_ptr<gzFile_s, CloseGzip>;

// What is wrong with the file, after a read that gave less than was asked for: "" at its true end.
std::string problem_of(gzFile file, const std::string& path) {
  int code = Z_OK;
  const std::string_view message = gzerror(file, &code);
  if (code == Z_OK || code == Z_STREAM_END) return {};
  // zlib may name the path itself.
  if (message.starts_with(path)) return std::string(message);
  return fmt::format("{}: {}", path, message);
}

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
    bytes.resize(had + static_cast<std::size_t>(std::max(got, 0)));
    if (got == static_cast<int>(wanted)) continue;
    // A gzip that ends in the middle of its data is no error to gzread().
    if (const auto problem = problem_of(file.get(), path); !problem.empty()) {
      return tl::unexpected(problem);
    }
    break;
  }
  return bytes;
}

}  // namespace dixit::cli
