#include "storage/counts.h"

#include "storage/keys.h"

namespace dixit::storage {
namespace {

std::string key_of(std::string_view name) { return "count/" + std::string(name); }

}  // namespace

void add_to_count(Batch& batch, std::string_view name, std::int64_t change) {
  batch.add_to_number(key_of(name), change);
}

std::uint64_t read_count(const Reader& reader, std::string_view name) {
  return number_in(reader.get(Table::Meta, key_of(name)).value_or(""));
}

void for_each_count(const Reader& reader, std::string_view prefix,
                    const std::function<void(std::string_view name, std::uint64_t count)>& visit) {
  const std::string from = key_of(prefix);
  for (Cursor cursor = reader.cursor(Table::Meta, from); cursor.valid(); cursor.next()) {
    const std::uint64_t count = number_in(cursor.value());
    if (count > 0) visit(cursor.key().substr(from.size()), count);
  }
}

}  // namespace dixit::storage
