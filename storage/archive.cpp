#include "storage/archive.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

#include "storage/archive_impl.h"
#include "storage/codec.h"
#include "storage/keys.h"
#include "storage/meta_keys.h"
#include "storage/warc_orphans.h"

namespace dixit::storage {
namespace {

constexpr std::string_view kDatabaseFolder = "db";
constexpr std::string_view kWarcFolder = "warc";
constexpr std::string_view kLockFile = "LOCK";
constexpr std::string_view kTextFile = "search.sqlite";

tl::unexpected<StorageError> fail(StorageErrorCode code, std::string context) {
  return tl::unexpected(StorageError{code, std::move(context)});
}

// Whether nothing lies there but what an archive is made of: an empty directory may become one, and
// so may one whose making was cut short.
bool may_become_archive(const std::filesystem::path& directory) {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
    const std::string name = entry.path().filename().string();
    const bool ours = name == kDatabaseFolder || name == kWarcFolder || name == kLockFile ||
                      name.starts_with(kTextFile);
    if (!ours) return false;
  }
  return !error;
}

// A new database beside records would take them for what a crash left.
tl::expected<void, StorageError> check_no_records(const std::filesystem::path& directory) {
  const auto file = file_with_records(directory / kWarcFolder);
  if (!file) return {};
  return fail(StorageErrorCode::WarcWithoutDatabase,
              fmt::format("{}: holds records that no database in {} knows", file->string(),
                          (directory / kDatabaseFolder).string()));
}

tl::expected<void, StorageError> prepare_directory(const std::filesystem::path& directory,
                                                   bool create) {
  std::error_code error;
  const bool is_archive = std::filesystem::is_directory(directory / kDatabaseFolder, error) &&
                          std::filesystem::is_directory(directory / kWarcFolder, error);
  const bool makes_database =
      create && !std::filesystem::exists(directory / kDatabaseFolder / "CURRENT", error);
  if (is_archive)
    return makes_database ? check_no_records(directory) : tl::expected<void, StorageError>();
  if (error == std::errc::permission_denied) {
    return fail(StorageErrorCode::Io, directory.string() + ": " + error.message());
  }
  if (std::filesystem::exists(directory, error) && !may_become_archive(directory)) {
    return fail(StorageErrorCode::NotAnArchive,
                directory.string() + ": holds something else than an archive");
  }
  if (!create) return fail(StorageErrorCode::NoArchive, directory.string() + ": no archive here");
  if (auto checked = check_no_records(directory); !checked) return checked;
  std::filesystem::create_directories(directory / kWarcFolder, error);
  if (!error) std::filesystem::create_directories(directory / kDatabaseFolder, error);
  if (error) return fail(StorageErrorCode::Io, directory.string() + ": " + error.message());
  return {};
}

tl::expected<void, StorageError> write_schema(Database& database) {
  Batch batch(database);
  batch.put(Table::Meta, kMetaSchema, number_key(kSchemaVersion));
  return database.write(batch);
}

// A new database is given our schema, and so is an older one before it is written to: from then on
// it may hold what older programs would misread. One of a newer version is left alone.
tl::expected<void, StorageError> check_schema(Database& database,
                                              const std::filesystem::path& directory,
                                              bool read_only) {
  const auto stored = database.get(Table::Meta, kMetaSchema);
  if (!stored) {
    if (read_only) return {};
    // It may have been one that has lost everything.
    if (auto checked = check_no_records(directory); !checked) return checked;
    return write_schema(database);
  }
  if (stored->size() != kNumberBytes) {
    return fail(StorageErrorCode::Corrupt, directory.string() + ": schema version unreadable");
  }
  const std::uint64_t version = read_number_key(*stored);
  if (version > kSchemaVersion) {
    return fail(StorageErrorCode::NewerSchema,
                directory.string() + ": written by a newer Dixit, which alone can read it");
  }
  if (version < kSchemaVersion && !read_only) return write_schema(database);
  return {};
}

}  // namespace

Archive::Archive(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Archive::Impl::Impl(std::filesystem::path where, std::optional<FileLock> held, Database opened)
    : directory(std::move(where)), lock(std::move(held)), database(std::move(opened)) {}

tl::expected<WarcWriter*, StorageError> Archive::Impl::writer() {
  if (!warc) return fail(StorageErrorCode::Io, directory.string() + ": opened for reading only");
  return &*warc;
}

// The index is written after the database. One that is ahead of it tells of commits which the
// database has lost; to go on would cut their records off the WARC file.
tl::expected<void, StorageError> Archive::Impl::check_nothing_lost() const {
  if (!text) return {};
  const auto read = text->progress();
  if (!read) return tl::unexpected(read.error());
  if (*read <= (ledger_end ? ledger_end->sequence : 0)) return {};
  return fail(StorageErrorCode::Corrupt,
              fmt::format("{}: the database has lost records that {} has read", directory.string(),
                          kTextFile));
}

tl::expected<void, StorageError> Archive::Impl::catch_up_text() {
  if (!text) return {};
  return text->catch_up(database);
}

tl::expected<void, StorageError> Archive::Impl::open_for_writing(const ArchiveOptions& options) {
  Cursor last = database.cursor(Table::Ledger, "");
  last.seek_to_last();
  if (last.valid()) {
    ledger_end = decode_ledger_entry(last.value());
    // A chain begun anew would write over the entries of the old one.
    if (!ledger_end) {
      return fail(StorageErrorCode::Corrupt, directory.string() + ": end of the ledger unreadable");
    }
  }
  if (auto opened = open_text_for_writing(options.rebuild_text); !opened) return opened;
  std::optional<WarcPosition> committed;
  if (const auto bytes = database.get(Table::Meta, kMetaWarcPosition)) {
    committed = decode_warc_position(*bytes);
    if (!committed) {
      return fail(StorageErrorCode::Corrupt, directory.string() + ": end of the WARC unreadable");
    }
  }
  auto writer =
      WarcWriter::open(warc_directory(), {options.warc_bytes_max, options.software}, committed);
  if (!writer) return tl::unexpected(writer.error());
  warc.emplace(*std::move(writer));
  if (const auto bytes = database.get(Table::Meta, kMetaQueueSequence)) {
    queue_sequence = read_number_key(*bytes);
  }
  return database.health();
}

tl::expected<void, StorageError> Archive::Impl::open_text(TextIndex::Mode mode) {
  auto opened = TextIndex::open(directory / kTextFile, mode);
  if (!opened) return tl::unexpected(opened.error());
  text.emplace(*std::move(opened));
  return {};
}

tl::expected<void, StorageError> Archive::Impl::open_text_for_writing(bool rebuild) {
  if (rebuild) TextIndex::remove(directory / kTextFile);
  auto opened = open_text(TextIndex::Mode::ReadWrite);
  if (opened) opened = check_nothing_lost();
  if (opened) opened = catch_up_text();
  const bool damaged =
      !opened && opened.error().code == StorageErrorCode::TextIndexUnreadable && !rebuild;
  if (!damaged) return opened;
  text.reset();
  return open_text_for_writing(true);
}

tl::expected<Archive, StorageError> Archive::open(const std::filesystem::path& directory,
                                                  const ArchiveOptions& options) {
  const bool create = options.create_if_missing && !options.read_only;
  if (auto ready = prepare_directory(directory, create); !ready) {
    return tl::unexpected(ready.error());
  }
  std::optional<FileLock> lock;
  if (!options.read_only) {
    auto acquired = FileLock::acquire(directory / kLockFile);
    if (!acquired) return tl::unexpected(acquired.error());
    lock.emplace(*std::move(acquired));
  }
  auto database = Database::open(directory / kDatabaseFolder, {create, options.read_only});
  if (!database) return tl::unexpected(database.error());
  if (auto schema = check_schema(*database, directory, options.read_only); !schema) {
    return tl::unexpected(schema.error());
  }
  auto impl = std::make_unique<Impl>(directory, std::move(lock), *std::move(database));
  if (options.read_only) {
    // Everything but full-text queries can be answered without it; those say that it is missing.
    static_cast<void>(impl->open_text(TextIndex::Mode::ReadOnly));
  } else if (auto opened = impl->open_for_writing(options); !opened) {
    return tl::unexpected(opened.error());
  }
  return Archive(std::move(impl));
}

}  // namespace dixit::storage
