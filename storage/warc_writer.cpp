#include "storage/warc_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <system_error>
#include <utility>

#include "storage/file_io.h"
#include "storage/gzip.h"
#include "storage/utc.h"
#include "storage/warc_file_name.h"
#include "storage/warc_orphans.h"

namespace dixit::storage {
namespace {

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
      set_aside_(std::move(other.set_aside_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      dirty_(other.dirty_),
      failure_(std::move(other.failure_)) {}

WarcWriter& WarcWriter::operator=(WarcWriter&& other) noexcept {
  std::swap(directory_, other.directory_);
  std::swap(options_, other.options_);
  std::swap(position_, other.position_);
  std::swap(set_aside_, other.set_aside_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(dirty_, other.dirty_);
  std::swap(failure_, other.failure_);
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
  auto newer = set_aside_newer_files(writer.directory_, position.serial);
  if (!newer) return tl::unexpected(newer.error());
  writer.set_aside_ = *std::move(newer);
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
    auto tail = set_aside_tail(path, committed.offset);
    if (!tail) return tl::unexpected(tail.error());
    if (auto& copy = *tail) set_aside_.push_back(*std::move(copy));
    if (::ftruncate(descriptor_, static_cast<off_t>(committed.offset)) != 0 ||
        ::fsync(descriptor_) != 0) {
      return tl::unexpected(io_error(path));
    }
  }
  return {};
}

tl::expected<void, StorageError> WarcWriter::begin_exchange(std::int64_t at_ms) {
  if (failure_) return tl::unexpected(*failure_);
  if (descriptor_ >= 0 && position_.offset < options_.bytes_max) return {};
  return begin_file(at_ms);
}

tl::expected<void, StorageError> WarcWriter::begin_file(std::int64_t at_ms) {
  if (auto synced = sync(); !synced) return synced;
  const std::uint64_t serial = position_.serial + 1;
  const std::string name = warc_file_name(at_ms, serial);
  const std::filesystem::path path = directory_ / name;
  const int descriptor =
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0644);
  if (descriptor < 0) return tl::unexpected(io_error(path));
  const std::string member = gzip_member(serialise(warcinfo(name, options_.software, at_ms)));
  tl::expected<void, StorageError> begun;
  if (!write_all(descriptor, member)) begun = tl::unexpected(io_error(path));
  if (begun) begun = sync_directory(directory_);
  if (!begun) {
    ::close(descriptor);
    ::unlink(path.c_str());  // ours, and without a record yet
    return begun;
  }
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = descriptor;
  position_ = {name, member.size(), serial};
  dirty_ = true;
  return {};
}

tl::expected<model::WarcLocation, StorageError> WarcWriter::write(const WarcRecord& record) {
  if (failure_) return tl::unexpected(*failure_);
  const std::string member = gzip_member(serialise(record));
  dirty_ = true;
  if (!write_all(descriptor_, member)) {
    const StorageError error = io_error(directory_ / position_.file);
    // A torn member would end every reader's walk through the file, and the next one would not
    // stand where we say.
    if (::ftruncate(descriptor_, static_cast<off_t>(position_.offset)) != 0) failure_ = error;
    return tl::unexpected(error);
  }
  model::WarcLocation location{position_.file, position_.offset, member.size()};
  position_.offset += member.size();
  return location;
}

tl::expected<void, StorageError> WarcWriter::sync() {
  if (failure_) return tl::unexpected(*failure_);
  if (!dirty_ || descriptor_ < 0) return {};
  if (::fsync(descriptor_) != 0) {
    // Linux drops pages that it could not write and reports that once: a second fsync would succeed
    // without them (https://lwn.net/Articles/752063/).
    failure_ = io_error(directory_ / position_.file);
    return tl::unexpected(*failure_);
  }
  dirty_ = false;
  return {};
}

}  // namespace dixit::storage
