#include "storage/warc_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <system_error>
#include <utility>

#include "storage/ascii.h"
#include "storage/gzip.h"
#include "storage/utc.h"

namespace dixit::storage {
namespace {

constexpr std::string_view kNamePrefix = "dixit-";
constexpr std::string_view kNameSuffix = ".warc.gz";

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

// The serial of a file name of ours, nothing for anybody else's file.
std::optional<std::uint64_t> serial_of(std::string_view name) {
  constexpr std::size_t kTimeDigits = 14;
  if (!name.starts_with(kNamePrefix) || !name.ends_with(kNameSuffix)) return std::nullopt;
  name.remove_prefix(kNamePrefix.size());
  name.remove_suffix(kNameSuffix.size());
  if (name.size() < kTimeDigits + 2 || name[kTimeDigits] != '-') return std::nullopt;
  name.remove_prefix(kTimeDigits + 1);
  std::uint64_t serial = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), serial);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return serial;
}

// Files begun after the last commit hold nothing that anything points at.
tl::expected<void, StorageError> remove_newer_files(const std::filesystem::path& directory,
                                                    std::uint64_t committed_serial) {
  std::error_code error;
  std::vector<std::filesystem::path> newer;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
    const auto serial = serial_of(entry.path().filename().string());
    if (serial && *serial > committed_serial) newer.push_back(entry.path());
  }
  for (const auto& path : newer) {
    if (!error) std::filesystem::remove(path, error);
  }
  if (error) {
    return tl::unexpected(
        StorageError{StorageErrorCode::Io, directory.string() + ": " + error.message()});
  }
  return {};
}

WarcRecord warcinfo(const std::string& file, const std::string& software, std::int64_t at_ms) {
  WarcRecord record;
  record.fields = {{"WARC-Type", "warcinfo"},
                   {"WARC-Record-ID", new_record_id()},
                   {"WARC-Date", iso_utc(at_ms)},
                   {"WARC-Filename", file},
                   {"Content-Type", "application/warc-fields"}};
  record.block = fmt::format(
      "software: {}\r\nformat: WARC File Format 1.1\r\nconformsTo: "
      "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n",
      software.empty() ? "Dixit" : software);
  return record;
}

}  // namespace

WarcWriter::WarcWriter(std::filesystem::path directory, WarcWriterOptions options)
    : directory_(std::move(directory)), options_(std::move(options)) {}

WarcWriter::WarcWriter(WarcWriter&& other) noexcept
    : directory_(std::move(other.directory_)),
      options_(std::move(other.options_)),
      position_(std::move(other.position_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      dirty_(other.dirty_) {}

WarcWriter& WarcWriter::operator=(WarcWriter&& other) noexcept {
  std::swap(directory_, other.directory_);
  std::swap(options_, other.options_);
  std::swap(position_, other.position_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(dirty_, other.dirty_);
  return *this;
}

WarcWriter::~WarcWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

tl::expected<WarcWriter, StorageError> WarcWriter::open(
    std::filesystem::path directory, WarcWriterOptions options,
    const std::optional<WarcPosition>& committed) {
  WarcWriter writer(std::move(directory), std::move(options));
  const WarcPosition position = committed.value_or(WarcPosition{});
  if (auto removed = remove_newer_files(writer.directory_, position.serial); !removed) {
    return tl::unexpected(removed.error());
  }
  if (auto resumed = writer.resume(position); !resumed) return tl::unexpected(resumed.error());
  return writer;
}

tl::expected<void, StorageError> WarcWriter::resume(const WarcPosition& committed) {
  position_ = committed;
  if (committed.file.empty()) return {};
  const std::filesystem::path path = directory_ / committed.file;
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(path, error);
  if (error || size < committed.offset) {
    return tl::unexpected(
        StorageError{StorageErrorCode::Corrupt,
                     path.string() + ": missing, or shorter than the records that point at it"});
  }
  descriptor_ = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (descriptor_ < 0) return tl::unexpected(io_error(path));
  if (size > committed.offset) {
    if (::ftruncate(descriptor_, static_cast<off_t>(committed.offset)) != 0 ||
        ::fsync(descriptor_) != 0) {
      return tl::unexpected(io_error(path));
    }
  }
  return {};
}

tl::expected<void, StorageError> WarcWriter::begin_exchange(std::int64_t at_ms) {
  if (descriptor_ >= 0 && position_.offset < options_.bytes_max) return {};
  return begin_file(at_ms);
}

tl::expected<void, StorageError> WarcWriter::begin_file(std::int64_t at_ms) {
  if (auto synced = sync(); !synced) return synced;
  const std::uint64_t serial = position_.serial + 1;
  const std::string name =
      fmt::format("{}{}-{:05}{}", kNamePrefix, compact_utc(at_ms), serial, kNameSuffix);
  const std::filesystem::path path = directory_ / name;
  const int descriptor =
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0644);
  if (descriptor < 0) return tl::unexpected(io_error(path));
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = descriptor;
  position_ = {name, 0, serial};
  if (auto synced = sync_directory(directory_); !synced) return synced;
  const auto written = write(warcinfo(name, options_.software, at_ms));
  if (!written) return tl::unexpected(written.error());
  return {};
}

tl::expected<model::WarcLocation, StorageError> WarcWriter::write(const WarcRecord& record) {
  const std::string member = gzip_member(serialise(record));
  dirty_ = true;
  if (!write_all(descriptor_, member)) {
    const StorageError error = io_error(directory_ / position_.file);
    // A torn member would end every reader's walk through the file.
    static_cast<void>(::ftruncate(descriptor_, static_cast<off_t>(position_.offset)));
    return tl::unexpected(error);
  }
  model::WarcLocation location{position_.file, position_.offset, member.size()};
  position_.offset += member.size();
  return location;
}

tl::expected<void, StorageError> WarcWriter::sync() {
  if (!dirty_ || descriptor_ < 0) return {};
  if (::fsync(descriptor_) != 0) return tl::unexpected(io_error(directory_ / position_.file));
  dirty_ = false;
  return {};
}

}  // namespace dixit::storage
