#include "storage/archive_impl.h"
#include "storage/codec.h"
#include "storage/digest.h"
#include "storage/document_records.h"
#include "storage/keys.h"
#include "storage/record_keys.h"

namespace dixit::storage {

void Archive::each_capture(const std::function<bool(const model::Capture&)>& visit) const {
  for (Cursor cursor = impl_->database.cursor(Table::Captures, record_prefix()); cursor.valid();
       cursor.next()) {
    const auto capture = decode_capture(cursor.value());
    if (capture && !visit(*capture)) return;
  }
}

void Archive::each_document(const std::function<bool(const model::Document&)>& visit) const {
  for (Cursor cursor = impl_->database.cursor(Table::Documents, record_prefix()); cursor.valid();
       cursor.next()) {
    const auto document =
        read_document(impl_->database, to_hex(cursor.key().substr(record_prefix().size())));
    if (document && !visit(*document)) return;
  }
}

std::vector<LedgerEntry> Archive::ledger(std::uint64_t first, std::size_t limit) const {
  std::vector<LedgerEntry> entries;
  Cursor cursor = impl_->database.cursor(Table::Ledger, "");
  for (cursor.seek(number_key(first)); cursor.valid() && entries.size() < limit; cursor.next()) {
    if (auto entry = decode_ledger_entry(cursor.value())) entries.push_back(*std::move(entry));
  }
  return entries;
}

LedgerCheck Archive::verify_ledger() const {
  LedgerCheck check;
  for (Cursor cursor = impl_->database.cursor(Table::Ledger, ""); cursor.valid(); cursor.next()) {
    // An unreadable entry cannot be the right one.
    check_next(check, decode_ledger_entry(cursor.value()).value_or(LedgerEntry{}));
  }
  return check;
}

}  // namespace dixit::storage
