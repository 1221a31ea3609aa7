#include "storage/warc_orphans.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

#include "storage/file_io.h"
#include "storage/warc_file_name.h"
#include "storage/warc_reader.h"

namespace dixit::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSuffix = ".warc.gz";

// What a file, or the end of one, holds beside a warcinfo record.
struct Contents {
  bool whole_record = false;
  bool other_bytes = false;  // torn records, damage, garbage
};

bool is_torn(const WarcReading& reading) {
  return std::ranges::any_of(reading.problems, [](const WarcProblem& problem) {
    return problem.kind == WarcProblemKind::Damaged;
  });
}

// Reads no further than the first whole record.
tl::expected<Contents, StorageError> contents_of(const fs::path& path, std::uint64_t offset = 0) {
  auto input = WarcInput::open(path, offset);
  if (!input) return tl::unexpected(input.error());
  WarcReader reader(*std::move(input));
  Contents contents;
  while (const auto reading = reader.next()) {
    if (is_torn(*reading)) {
      contents.other_bytes = true;
    } else if (field(reading->record, "WARC-Type") != "warcinfo") {
      contents.whole_record = true;
      return contents;
    }
  }
  contents.other_bytes = contents.other_bytes || !reader.file_problems().empty();
  return contents;
}

StorageError error_at(const fs::path& path, const std::error_code& error) {
  return {StorageErrorCode::Io, path.string() + ": " + error.message()};
}

// A place in the orphans' folder of `directory` that nothing has yet.
tl::expected<fs::path, StorageError> free_place(const fs::path& directory, std::string_view stem) {
  const fs::path folder = directory / kOrphansFolder;
  std::error_code error;
  fs::create_directories(folder, error);
  fs::path place = folder / fmt::format("{}{}", stem, kSuffix);
  for (int i = 2; !error && fs::exists(place, error); ++i) {
    place = folder / fmt::format("{}-{}{}", stem, i, kSuffix);
  }
  if (error) return tl::unexpected(error_at(folder, error));
  return place;
}

std::string stem_of(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.substr(0, name.size() - kSuffix.size());
}

// Both names are durable when this returns: a file must not be lost between two folders.
tl::expected<fs::path, StorageError> move_aside(const fs::path& path) {
  const fs::path directory = path.parent_path();
  auto place = free_place(directory, stem_of(path));
  if (!place) return place;
  std::error_code error;
  fs::rename(path, *place, error);
  if (error) return tl::unexpected(error_at(path, error));
  for (const fs::path& changed : {place->parent_path(), directory}) {
    if (auto synced = sync_directory(changed); !synced) return tl::unexpected(synced.error());
  }
  return place;
}

tl::expected<void, StorageError> copy_from(const fs::path& from, std::uint64_t offset,
                                           const fs::path& to) {
  constexpr std::size_t kPieceBytes = std::size_t{1} << 20U;
  std::ifstream in(from, std::ios::binary);
  in.seekg(static_cast<std::streamoff>(offset));
  if (!in) return tl::unexpected(io_error(from));
  const int descriptor = ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (descriptor < 0) return tl::unexpected(io_error(to));
  std::string piece(kPieceBytes, '\0');
  bool written = true;
  while (written && in) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    written = write_all(descriptor, {piece.data(), static_cast<std::size_t>(in.gcount())});
  }
  written = written && ::fsync(descriptor) == 0;
  const StorageError error = io_error(to);
  ::close(descriptor);
  if (!written) return tl::unexpected(error);
  if (in.bad()) return tl::unexpected(StorageError{StorageErrorCode::Io, from.string()});
  return {};
}

}  // namespace

std::optional<fs::path> file_with_records(const fs::path& directory) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(directory, error)) {
    if (!entry.is_regular_file(error)) continue;
    // What cannot be read may hold records as well.
    const auto contents = contents_of(entry.path());
    if (!contents || contents->whole_record) return entry.path();
  }
  return std::nullopt;
}

tl::expected<std::vector<fs::path>, StorageError> set_aside_newer_files(
    const fs::path& directory, std::uint64_t committed_serial) {
  std::error_code error;
  std::vector<fs::path> newer;
  for (const auto& entry : fs::directory_iterator(directory, error)) {
    const auto serial = serial_of(entry.path().filename().string());
    if (serial && *serial > committed_serial) newer.push_back(entry.path());
  }
  if (error) return tl::unexpected(error_at(directory, error));
  std::ranges::sort(newer);
  std::vector<fs::path> set_aside;
  for (const fs::path& path : newer) {
    const auto contents = contents_of(path);
    if (!contents) return tl::unexpected(contents.error());
    if (contents->whole_record || contents->other_bytes) {
      auto place = move_aside(path);
      if (!place) return tl::unexpected(place.error());
      set_aside.push_back(*std::move(place));
    } else if (!fs::remove(path, error)) {
      return tl::unexpected(error_at(path, error));
    }
  }
  return set_aside;
}

tl::expected<std::optional<fs::path>, StorageError> set_aside_tail(const fs::path& file,
                                                                   std::uint64_t offset) {
  const auto contents = contents_of(file, offset);
  if (!contents) return tl::unexpected(contents.error());
  if (!contents->whole_record) return std::nullopt;
  auto place = free_place(file.parent_path(), fmt::format("{}-from-{}", stem_of(file), offset));
  if (!place) return tl::unexpected(place.error());
  if (auto copied = copy_from(file, offset, *place); !copied) {
    return tl::unexpected(copied.error());
  }
  for (const fs::path& changed : {place->parent_path(), file.parent_path()}) {
    if (auto synced = sync_directory(changed); !synced) return tl::unexpected(synced.error());
  }
  return std::optional(*std::move(place));
}

}  // namespace dixit::storage
