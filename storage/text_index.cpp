#include "storage/text_index.h"

#include <array>
#include <limits>
#include <mutex>
#include <utility>
#include <vector>

#include "storage/codec.h"
#include "storage/digest.h"
#include "storage/keys.h"
#include "storage/record_keys.h"
#include "storage/sqlite.h"
#include "storage/text_query.h"
#include "storage/text_rows.h"

namespace dixit::storage {
namespace {

// Raised with every change to the tables or to what is written into them.
constexpr int kLayout = 1;

constexpr std::string_view kCreate = R"(
CREATE VIRTUAL TABLE texts USING fts5(words, stems, content='',
  tokenize='unicode61 remove_diacritics 2');
CREATE TABLE rows(number INTEGER PRIMARY KEY, id BLOB NOT NULL, language TEXT NOT NULL);
CREATE UNIQUE INDEX rows_by_id ON rows(id);
CREATE TABLE languages(tag TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE progress(ledger_sequence INTEGER NOT NULL);
INSERT INTO progress VALUES(0);
)";

constexpr std::string_view kReadProgress = "SELECT ledger_sequence FROM progress";

// The file itself, and those that a writer who died may have left beside it.
constexpr std::array kSqliteSuffixes{"", "-wal", "-shm", "-journal"};

}  // namespace

struct TextIndex::Impl {
  SqliteHandle database;
  mutable std::mutex mutex;  // one connection, one statement at a time

  tl::expected<std::int64_t, StorageError> number(std::string_view sql) const {
    auto statement = SqliteStatement::prepare(database.get(), sql);
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row) return tl::unexpected(row.error());
    return *row ? statement->integer(0) : 0;
  }

  // Whether the file could be opened and has our layout.
  bool open_current(const std::filesystem::path& file, SqliteMode mode) {
    database.reset();
    auto opened = open_sqlite(file, mode);
    if (!opened) return false;
    database = *std::move(opened);
    return number("PRAGMA user_version").value_or(0) == kLayout;
  }

  // A directory in which we may not write has no room for the files through which SQLite shares an
  // index with its writer. Without a log beside it there is no writer to share it with.
  bool open_for_reading(const std::filesystem::path& file) {
    if (open_current(file, SqliteMode::ReadOnly)) return true;
    std::error_code error;
    return std::filesystem::exists(file, error) &&
           !std::filesystem::exists(file.string() + "-wal", error) &&
           open_current(file, SqliteMode::Unshared);
  }

  tl::expected<void, StorageError> create() const {
    return execute(database.get(), "PRAGMA journal_mode=WAL;BEGIN;" + std::string(kCreate) +
                                       "PRAGMA user_version=" + std::to_string(kLayout) +
                                       ";COMMIT");
  }

  tl::expected<std::vector<std::string>, StorageError> languages() const {
    auto statement = SqliteStatement::prepare(database.get(), "SELECT tag FROM languages");
    if (!statement) return tl::unexpected(statement.error());
    std::vector<std::string> tags;
    while (true) {
      const auto row = statement->step();
      if (!row) return tl::unexpected(row.error());
      if (!*row) return tags;
      tags.push_back(statement->text(0));
    }
  }

  static tl::expected<void, StorageError> add_document(TextRowWriter& writer, const Reader& reader,
                                                       std::string_view id) {
    const auto bytes = reader.get(Table::Documents, document_key(id));
    const auto stored = bytes ? decode_document(*bytes) : std::nullopt;
    if (!stored) return {};
    for (const std::string& quotation_id : stored->quotation_ids) {
      const auto record = reader.get(Table::Quotations, quotation_key(quotation_id));
      const auto quotation = record ? decode_quotation(*record) : std::nullopt;
      if (!quotation) continue;
      if (auto added = writer.add(quotation->row); !added) return added;
    }
    return {};
  }

  // Reads ledger entries until `entries_max` are read or there are no more; how many it read.
  tl::expected<std::size_t, StorageError> read_entries(const Reader& reader,
                                                       std::size_t entries_max) const {
    const auto done = number(kReadProgress);
    if (!done) return tl::unexpected(done.error());
    auto writer = TextRowWriter::prepare(database.get());
    if (!writer) return tl::unexpected(writer.error());
    auto sequence = static_cast<std::uint64_t>(*done);
    Cursor cursor = reader.cursor(Table::Ledger, "");
    cursor.seek(number_key(sequence + 1));
    std::size_t read = 0;
    for (; cursor.valid() && read < entries_max; cursor.next(), ++read) {
      const auto entry = decode_ledger_entry(cursor.value());
      sequence = read_number_key(cursor.key());
      if (!entry || entry->action != "extract") continue;
      if (auto added = add_document(*writer, reader, entry->subject); !added) {
        return tl::unexpected(added.error());
      }
    }
    auto update =
        SqliteStatement::prepare(database.get(), "UPDATE progress SET ledger_sequence=?1");
    if (!update) return tl::unexpected(update.error());
    update->bind(1, static_cast<std::int64_t>(sequence));
    if (auto updated = run(*update); !updated) return tl::unexpected(updated.error());
    return read;
  }
};

TextIndex::TextIndex(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TextIndex::TextIndex(TextIndex&&) noexcept = default;
TextIndex& TextIndex::operator=(TextIndex&&) noexcept = default;
TextIndex::~TextIndex() = default;

void TextIndex::remove(const std::filesystem::path& file) {
  for (const char* suffix : kSqliteSuffixes) {
    std::error_code ignored;
    std::filesystem::remove(file.string() + suffix, ignored);
  }
}

tl::expected<TextIndex, StorageError> TextIndex::open(const std::filesystem::path& file,
                                                      Mode mode) {
  auto impl = std::make_unique<Impl>();
  if (mode == Mode::ReadOnly) {
    if (impl->open_for_reading(file)) return TextIndex(std::move(impl));
    return tl::unexpected(StorageError{StorageErrorCode::TextIndexUnreadable,
                                       file.string() + ": missing or unreadable"});
  }
  if (impl->open_current(file, SqliteMode::ReadWrite)) return TextIndex(std::move(impl));
  impl->database.reset();
  remove(file);
  auto opened = open_sqlite(file, SqliteMode::ReadWrite);
  if (!opened) return tl::unexpected(opened.error());
  impl->database = *std::move(opened);
  if (auto created = impl->create(); !created) return tl::unexpected(created.error());
  return TextIndex(std::move(impl));
}

tl::expected<std::uint64_t, StorageError> TextIndex::progress() const {
  const std::scoped_lock lock(impl_->mutex);
  const auto sequence = impl_->number(kReadProgress);
  if (!sequence) return tl::unexpected(sequence.error());
  return static_cast<std::uint64_t>(*sequence);
}

tl::expected<void, StorageError> TextIndex::catch_up(const Reader& reader) {
  // A rebuild of a large archive is cut into transactions that fit into memory.
  constexpr std::size_t kEntriesPerTransaction = 2000;
  const std::scoped_lock lock(impl_->mutex);
  while (true) {
    if (auto begun = execute(impl_->database.get(), "BEGIN IMMEDIATE"); !begun) return begun;
    const auto read = impl_->read_entries(reader, kEntriesPerTransaction);
    if (!read) {
      static_cast<void>(execute(impl_->database.get(), "ROLLBACK"));
      return tl::unexpected(read.error());
    }
    if (auto ended = execute(impl_->database.get(), "COMMIT"); !ended) return ended;
    if (*read < kEntriesPerTransaction) return {};
  }
}

tl::expected<void, StorageError> TextIndex::search(
    std::string_view expression, const Range& range,
    const std::function<bool(const std::string& id)>& visit) const {
  const std::scoped_lock lock(impl_->mutex);
  const auto languages = impl_->languages();
  if (!languages) return tl::unexpected(languages.error());
  const auto match = fts_expression(expression, *languages);
  if (!match) return tl::unexpected(match.error());
  auto statement = SqliteStatement::prepare(
      impl_->database.get(),
      std::string("SELECT rows.id FROM texts JOIN rows ON rows.number = texts.rowid "
                  "WHERE texts MATCH ?1 AND texts.rowid >= ?2 AND texts.rowid < ?3 "
                  "ORDER BY texts.rowid ") +
          (range.newest_first ? "DESC" : "ASC"));
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, *match);
  statement->bind(2, range.since ? first_row_number(*range.since) : 0);
  statement->bind(
      3, range.until ? first_row_number(*range.until) : std::numeric_limits<std::int64_t>::max());
  while (true) {
    const auto row = statement->step();
    if (!row) return tl::unexpected(row.error());
    if (!*row || !visit(to_hex(statement->text(0)))) return {};
  }
}

}  // namespace dixit::storage
