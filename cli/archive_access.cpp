#include "cli/archive_access.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "cli/exit_codes.h"
#include "cli/version.h"

namespace dixit::cli {
namespace {

// What follows the thing that failed and its problem.
struct Explanation {
  int code = kFailure;
  std::string_view judgement;  // "" where the problem says it all
  std::string_view remedy;
};

Explanation explain(storage::StorageErrorCode code) {
  using storage::StorageErrorCode;
  switch (code) {
    case StorageErrorCode::NotFound:
      return {kNothingFound, "", "\"dixit search\" lists ids"};
    case StorageErrorCode::NoArchive:
      return {kNoArchive, "", "crawl or ingest into it first, or name another with --archive"};
    case StorageErrorCode::Ambiguous:
      return {kUsage, "", "give more of the id"};
    case StorageErrorCode::Locked:
      return {kNoArchive, "", "wait until its crawl ends, or name another --archive"};
    case StorageErrorCode::NotAnArchive:
      return {kNoArchive, "", "name another --archive, or crawl into a new directory"};
    case StorageErrorCode::NewerSchema:
      return {kNoArchive, "", "update Dixit"};
    case StorageErrorCode::Corrupt:
      return {kFailure, "the archive is damaged here", "restore it from a copy"};
    case StorageErrorCode::WarcWithoutDatabase:
      return {kFailure, "",
              "restore db/ from a copy; or move the WARC files out of warc/ and \"dixit ingest\" "
              "them into a new archive"};
    case StorageErrorCode::Io:
      return {kFailure, "cannot read or write the archive",
              "may this user write there, and is there room on the disk?"};
    case StorageErrorCode::TextIndexUnreadable:
      return {kFailure, "words cannot be looked for",
              "the next crawl or ingest makes it anew; all but --text works without it"};
    case StorageErrorCode::BadQuery:
      return {kUsage, "--text cannot be read", "words, \"a phrase\", prefix*, -not, a OR b"};
  }
  return {};
}

storage::ArchiveOptions writing_options() {
  storage::ArchiveOptions options;
  options.software = fmt::format("Dixit/{}", kVersion);
  return options;
}

tl::expected<storage::Archive, int> open_archive(const Arguments& arguments,
                                                 const storage::ArchiveOptions& options,
                                                 Session& session) {
  const auto directory = archive_directory(arguments, session);
  if (!directory) {
    print_error(session, "nothing says where the archive is: HOME is not set",
                "name it with --archive or DIXIT_ARCHIVE");
    return tl::unexpected(kNoArchive);
  }
  auto archive = storage::Archive::open(*directory, options);
  if (!archive) return tl::unexpected(print_storage_error(session, archive.error()));
  for (const auto& file : archive->set_aside()) {
    print_error(session,
                fmt::format("{}: holds records found behind the last commit; the archive does not "
                            "know them",
                            file.string()),
                "delete it after a crash, whose pages are fetched again; else \"dixit ingest\" it");
  }
  return std::move(*archive);
}

}  // namespace

Option archive_option() {
  return {'a', "archive", "DIR", "the archive; else DIXIT_ARCHIVE, else ~/.local/share/dixit"};
}

std::optional<std::filesystem::path> archive_directory(const Arguments& arguments,
                                                       Session& session) {
  if (arguments.has("archive")) return arguments.get("archive");
  if (auto named = session.environment("DIXIT_ARCHIVE"); !named.empty()) return named;
  const std::filesystem::path data = session.environment("XDG_DATA_HOME");
  // The specification has relative paths ignored.
  if (data.is_absolute()) return data / "dixit";
  const std::filesystem::path home = session.environment("HOME");
  if (home.empty()) return std::nullopt;
  return home / ".local" / "share" / "dixit";
}

tl::expected<storage::Archive, int> open_for_reading(const Arguments& arguments, Session& session) {
  storage::ArchiveOptions options;
  options.create_if_missing = false;
  options.read_only = true;
  return open_archive(arguments, options, session);
}

tl::expected<storage::Archive, int> open_for_writing(const Arguments& arguments, Session& session) {
  return open_archive(arguments, writing_options(), session);
}

bool remake_text_index(const Arguments& arguments, Session& session) {
  storage::ArchiveOptions options = writing_options();
  options.create_if_missing = false;
  options.rebuild_text = true;
  const auto directory = archive_directory(arguments, session);
  return directory && storage::Archive::open(*directory, options).has_value();
}

int print_storage_error(Session& session, const storage::StorageError& error) {
  const Explanation explanation = explain(error.code);
  std::string problem = error.context;
  if (!explanation.judgement.empty()) problem.append(": ").append(explanation.judgement);
  print_error(session, problem, explanation.remedy);
  return explanation.code;
}

}  // namespace dixit::cli
