#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace dixit::storage {

// One line of the custody log. Each entry's hash covers the one before it, so that none can be
// changed, dropped or put between two others without breaking every hash after it.
struct LedgerEntry {
  std::uint64_t sequence = 0;
  std::int64_t time_ms = 0;
  std::string action;   // "fetch", "extract", ...
  std::string subject;  // id of the capture or document
  std::string detail;
  std::string previous_hash;  // hex; 64 zeros for the first
  std::string hash;           // hex, SHA-256

  bool operator==(const LedgerEntry&) const = default;
};

// SHA-256 over every other field of the entry; see docs/formats.md for the bytes.
std::string ledger_hash(const LedgerEntry& entry);

// The entry that follows `last` (nullptr: the first of the log), with its hashes.
LedgerEntry next_ledger_entry(const LedgerEntry* last, LedgerEntry entry);

// What a walk through the log found. A log whose last entries were cut off is still a chain: only
// somebody who wrote down an earlier end can tell.
struct LedgerCheck {
  std::uint64_t entries = 0;               // in order and with their right hashes
  std::optional<std::uint64_t> first_bad;  // sequence number of the first that is not
  std::string reason;
  std::string last_hash;  // of the last good entry: worth writing down elsewhere

  bool operator==(const LedgerCheck&) const = default;
};

// Judges `entry` as the one after those that `check` has counted, and counts it if it is right.
void check_next(LedgerCheck& check, const LedgerEntry& entry);

}  // namespace dixit::storage
