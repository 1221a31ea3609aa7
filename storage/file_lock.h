#pragma once

#include <filesystem>
#include <tl/expected.hpp>

#include "storage/error.h"

namespace dixit::storage {

// An advisory lock (flock(2)) on a file, held for the object's life and let go by the kernel when
// the process dies, however it dies.
class FileLock {
 public:
  // Fails with Locked when another open file description holds it, with Io when the file cannot be
  // made.
  [[nodiscard]] static tl::expected<FileLock, StorageError> acquire(
      const std::filesystem::path& path);

  FileLock(const FileLock&) = delete;
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(const FileLock&) = delete;
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace dixit::storage
