#include "storage/file_io.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace dixit::storage {

StorageError io_error(const std::filesystem::path& path) {
  return {StorageErrorCode::Io, path.string() + ": " + std::generic_category().message(errno)};
}

tl::expected<void, StorageError> sync_directory(const std::filesystem::path& directory) {
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return tl::unexpected(io_error(directory));
  const int result = ::fsync(descriptor);
  ::close(descriptor);
  if (result != 0) return tl::unexpected(io_error(directory));
  return {};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace dixit::storage
