#include "storage/text_rows.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "storage/digest.h"
#include "storage/fold.h"
#include "storage/keys.h"
#include "storage/quotation_row.h"
#include "storage/stem.h"

namespace dixit::storage {
namespace {

constexpr unsigned kIdBits = 28;
constexpr std::int64_t kTimeOffset = std::int64_t{1} << 34U;
constexpr std::int64_t kTimeMax = kTimeOffset - 1;

std::int64_t number_of(std::int64_t time, std::string_view id) {
  const std::uint64_t id_part = read_number_key(id) >> (64U - kIdBits);
  return first_row_number(time) + static_cast<std::int64_t>(id_part);
}

std::string stems_of(const std::vector<std::string>& words, std::string_view language) {
  std::string out;
  for (const std::string& word : words) out += stem_of(word, language) + ' ';
  return out;
}

}  // namespace

std::int64_t first_row_number(std::int64_t time) {
  return (std::clamp(time, -kTimeOffset, kTimeMax) + kTimeOffset) << kIdBits;
}

tl::expected<void, StorageError> run(SqliteStatement& statement) {
  const auto stepped = statement.step();
  statement.reset();
  if (!stepped) return tl::unexpected(stepped.error());
  return {};
}

TextRowWriter::TextRowWriter(SqliteStatement find_row, SqliteStatement number_taken,
                             SqliteStatement drop_row, SqliteStatement add_row,
                             SqliteStatement add_text, SqliteStatement add_language)
    : find_row_(std::move(find_row)),
      number_taken_(std::move(number_taken)),
      drop_row_(std::move(drop_row)),
      add_row_(std::move(add_row)),
      add_text_(std::move(add_text)),
      add_language_(std::move(add_language)) {}

tl::expected<TextRowWriter, StorageError> TextRowWriter::prepare(sqlite3* database) {
  const auto statement = [&](std::string_view sql) {
    return SqliteStatement::prepare(database, sql);
  };
  auto find_row = statement("SELECT number, language FROM rows WHERE id=?1");
  auto number_taken = statement("SELECT 1 FROM rows WHERE number=?1");
  auto drop_row = statement("DELETE FROM rows WHERE id=?1");
  auto add_row = statement("INSERT INTO rows(number, id, language) VALUES(?1, ?2, ?3)");
  auto add_text = statement("INSERT INTO texts(rowid, words, stems) VALUES(?1, ?2, ?3)");
  auto add_language = statement("INSERT OR IGNORE INTO languages VALUES(?1)");
  for (const auto* prepared :
       {&find_row, &number_taken, &drop_row, &add_row, &add_text, &add_language}) {
    if (!*prepared) return tl::unexpected(prepared->error());
  }
  return TextRowWriter(*std::move(find_row), *std::move(number_taken), *std::move(drop_row),
                       *std::move(add_row), *std::move(add_text), *std::move(add_language));
}

tl::expected<bool, StorageError> TextRowWriter::stands(std::string_view id, std::int64_t number,
                                                       std::string_view language) {
  find_row_.bind_blob(1, id);
  const auto found = find_row_.step();
  if (!found) return tl::unexpected(found.error());
  const bool same_second = *found && find_row_.integer(0) >> kIdBits == number >> kIdBits;
  const bool same = same_second && find_row_.text(1) == language;
  find_row_.reset();
  return same;
}

tl::expected<std::int64_t, StorageError> TextRowWriter::free_number_from(std::int64_t number) {
  while (true) {
    number_taken_.bind(1, number);
    const auto taken = number_taken_.step();
    number_taken_.reset();
    if (!taken) return tl::unexpected(taken.error());
    if (!*taken) return number;
    ++number;
  }
}

tl::expected<void, StorageError> TextRowWriter::add(const QuotationRow& row) {
  const std::string id = from_hex(row.id);
  const std::string language = primary_subtag(language_of(row));
  const std::int64_t wanted = number_of(row_time(row), id);
  const auto same = stands(id, wanted, language);
  if (!same) return tl::unexpected(same.error());
  if (*same) return {};
  drop_row_.bind_blob(1, id);
  if (auto dropped = run(drop_row_); !dropped) return dropped;
  const auto number = free_number_from(wanted);
  if (!number) return tl::unexpected(number.error());

  const auto words = words_of(row.quotation.text);
  const std::string text = spaced(words);
  const std::string stems = stems_of(words, language);
  add_row_.bind(1, *number);
  add_row_.bind_blob(2, id);
  add_row_.bind(3, language);
  if (auto added = run(add_row_); !added) return added;
  add_text_.bind(1, *number);
  add_text_.bind(2, text);
  add_text_.bind(3, stems);
  if (auto added = run(add_text_); !added) return added;
  add_language_.bind(1, language);
  return run(add_language_);
}

}  // namespace dixit::storage
