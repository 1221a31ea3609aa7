#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dixit::storage {

// How keys are spelt in RocksDB, so that their bytes sort as their meaning does. The grammar of
// every column family's keys is in docs/formats.md; these are its terminals.

inline constexpr std::size_t kShortHashBytes = 8;
inline constexpr std::size_t kHashBytes = 16;
inline constexpr std::size_t kNumberBytes = 8;

// Big-endian, so that numbers sort as bytes.
std::string number_key(std::uint64_t value);
std::uint64_t read_number_key(std::string_view bytes);

// The number stored as a value, 0 for a value that is none.
std::uint64_t number_in(std::string_view value);

// Signed times with the sign bit flipped, so that times before 1970 sort before those after.
std::string time_key(std::int64_t value);
std::int64_t read_time_key(std::string_view bytes);

// The first bytes of SHA-256: 8 where a collision only costs a comparison, 16 where it would
// mistake one record for another.
std::string short_hash(std::string_view text);
std::string hash(std::string_view text);

// The least key above every key that begins with `prefix`; "" when there is none.
std::string prefix_end(std::string_view prefix);

// A key of the by_* families: hash of a term, time, then the id's bytes.
struct IndexKey {
  std::string term_hash;
  std::int64_t time = 0;
  std::string id;  // raw bytes
};
std::string index_key(std::string_view term, std::int64_t time, std::string_view id);
IndexKey read_index_key(std::string_view bytes);

}  // namespace dixit::storage
