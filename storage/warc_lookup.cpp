#include "storage/warc_lookup.h"

#include <fstream>
#include <string>
#include <utility>

namespace dixit::storage {
namespace {

// A compressed record larger than this was not written by us: bodies are capped far below it.
constexpr std::uint64_t kMemberBytesMax = std::uint64_t{1} << 30U;

tl::unexpected<StorageError> corrupt(const std::filesystem::path& path,
                                     const model::WarcLocation& location) {
  return tl::unexpected(
      StorageError{StorageErrorCode::Corrupt,
                   path.string() + ": no whole record at byte " + std::to_string(location.offset)});
}

}  // namespace

tl::expected<WarcReading, StorageError> read_record_at(const std::filesystem::path& warc_directory,
                                                       const model::WarcLocation& location) {
  const std::filesystem::path path = warc_directory / location.file;
  if (location.file.empty() || !std::filesystem::exists(path)) {
    return tl::unexpected(StorageError{StorageErrorCode::NotFound, path.string() + ": missing"});
  }
  if (location.length > kMemberBytesMax) return corrupt(path, location);
  std::ifstream file(path, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(location.offset));
  std::string member(location.length, '\0');
  file.read(member.data(), static_cast<std::streamsize>(member.size()));
  if (static_cast<std::uint64_t>(file.gcount()) != location.length) return corrupt(path, location);
  WarcReader reader(WarcInput::from_bytes(std::move(member)));
  auto reading = reader.next();
  if (!reading || !reading->block_whole) return corrupt(path, location);
  return *std::move(reading);
}

}  // namespace dixit::storage
