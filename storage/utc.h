#pragma once

#include <cstdint>
#include <string>

namespace dixit::storage {

// "2026-03-01T12:00:00.250Z": a WARC-Date (ISO 28500:2017 section 5.4, W3C profile of ISO 8601).
std::string iso_utc(std::int64_t unix_ms);

// "20260301120000", as names of WARC files have it (ISO 28500:2017 annex C).
std::string compact_utc(std::int64_t unix_ms);

// The machine's wall clock. The ledger must say when a thing was really done.
std::int64_t wall_clock_ms();

}  // namespace dixit::storage
