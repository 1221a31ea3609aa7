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

constexpr std::string_view kNoHash =
    "0000000000000000000000000000000000000000000000000000000000000000";

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
  entry.previous_hash = last == nullptr ? std::string(kNoHash) : last->hash;
  entry.hash = ledger_hash(entry);
  return entry;
}

void check_next(LedgerCheck& check, const LedgerEntry& entry) {
  if (check.first_bad) return;
  const std::string_view before = check.entries == 0 ? kNoHash : std::string_view(check.last_hash);
  if (entry.sequence != check.entries + 1) {
    check.reason = "an entry is missing before it";
  } else if (entry.previous_hash != before) {
    check.reason = "it does not follow the entry before it";
  } else if (entry.hash != ledger_hash(entry)) {
    check.reason = "its hash is not that of its contents";
  } else {
    ++check.entries;
    check.last_hash = entry.hash;
    return;
  }
  check.first_bad = entry.sequence;
}

}  // namespace dixit::storage
