#include "storage/ledger.h"

#include <string_view>

#include "storage/digest.h"
#include "storage/keys.h"

namespace dixit::storage {
namespace {

// A field behind its length, so that no two entries share one serialisation.
void append_field(std::string& out, std::string_view field) {
  out += number_key(field.size());
  out += field;
}

}  // namespace

std::string ledger_hash(const LedgerEntry& entry) {
  std::string bytes = number_key(entry.sequence) + time_key(entry.time_ms);
  append_field(bytes, entry.action);
  append_field(bytes, entry.subject);
  append_field(bytes, entry.detail);
  append_field(bytes, entry.previous_hash);
  return sha256_hex(bytes);
}

LedgerEntry next_ledger_entry(const LedgerEntry* last, LedgerEntry entry) {
  entry.sequence = last == nullptr ? 1 : last->sequence + 1;
  entry.previous_hash = last == nullptr ? std::string(64, '0') : last->hash;
  entry.hash = ledger_hash(entry);
  return entry;
}

}  // namespace dixit::storage
