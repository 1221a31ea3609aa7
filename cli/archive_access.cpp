#include "cli/archive_access.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "cli/exit_codes.h"
#include "cli/version.h"

namespace dixit::cli {
namespace {

struct Explanation {
  int code = kFailure;
  std::string_view problem;
  std::string_view remedy;
};

Explanation explain(storage::StorageErrorCode code) {
  using storage::StorageErrorCode;
  switch (code) {
    case StorageErrorCode::NotFound:
      return {kNothingFound, "nothing has this id", "\"dixit search\" lists ids"};
    case StorageErrorCode::Ambiguous:
      return {kUsage, "several records have ids that begin so", "give more of the id"};
    case StorageErrorCode::Locked:
      return {kNoArchive, "another process writes to this archive",
              "wait until its crawl ends, or name another --archive"};
    case StorageErrorCode::NotAnArchive:
      return {kNoArchive, "this is not an archive of Dixit",
              "name another --archive, or crawl into a new directory"};
    case StorageErrorCode::NewerSchema:
      return {kNoArchive, "this archive was written by a newer Dixit", "update Dixit"};
    case StorageErrorCode::Corrupt:
      return {kFailure, "the archive is damaged here", "restore it from a copy"};
    case StorageErrorCode::Io:
      return {kFailure, "cannot read or write the archive", "is the disk full, or not ours?"};
    case StorageErrorCode::BadQuery:
      return {kUsage, "--text cannot be read", "words, \"a phrase\", prefix*, -not, a OR b"};
  }
  return {};
}

tl::expected<storage::Archive, int> open_archive(const std::filesystem::path& directory,
                                                 const storage::ArchiveOptions& options,
                                                 Session& session) {
  auto archive = storage::Archive::open(directory, options);
  if (archive) return std::move(*archive);
  return tl::unexpected(print_storage_error(session, archive.error()));
}

}  // namespace

Option archive_option() {
  return {'a', "archive", "DIR", "the archive; else DIXIT_ARCHIVE, else ~/.local/share/dixit"};
}

std::filesystem::path archive_directory(const Arguments& arguments, Session& session) {
  if (arguments.has("archive")) return arguments.get("archive");
  if (const auto named = session.environment("DIXIT_ARCHIVE"); !named.empty()) return named;
  const std::filesystem::path data = session.environment("XDG_DATA_HOME");
  // The specification has relative paths ignored.
  if (data.is_absolute()) return data / "dixit";
  return std::filesystem::path(session.environment("HOME")) / ".local" / "share" / "dixit";
}

tl::expected<storage::Archive, int> open_for_reading(const Arguments& arguments, Session& session) {
  const auto directory = archive_directory(arguments, session);
  std::error_code error;
  if (!std::filesystem::exists(directory, error)) {
    print_error(session, fmt::format("{}: there is no archive", directory.string()),
                "crawl or ingest into it first, or name another with --archive");
    return tl::unexpected(kNoArchive);
  }
  storage::ArchiveOptions options;
  options.create_if_missing = false;
  options.read_only = true;
  return open_archive(directory, options, session);
}

tl::expected<storage::Archive, int> open_for_writing(const Arguments& arguments, Session& session) {
  storage::ArchiveOptions options;
  options.software = fmt::format("Dixit/{}", kVersion);
  return open_archive(archive_directory(arguments, session), options, session);
}

int print_storage_error(Session& session, const storage::StorageError& error) {
  const Explanation explanation = explain(error.code);
  print_error(session, fmt::format("{}: {}", error.context, explanation.problem),
              explanation.remedy);
  return explanation.code;
}

}  // namespace dixit::cli
