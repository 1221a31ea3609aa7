#include "storage/keys.h"

#include <cassert>

#include "storage/digest.h"

namespace dixit::storage {
namespace {

constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63U;

}  // namespace

std::string number_key(std::uint64_t value) {
  std::string out(kNumberBytes, '\0');
  for (std::size_t i = kNumberBytes; i-- > 0; value >>= 8U) {
    out[i] = static_cast<char>(value & 0xFFU);
  }
  return out;
}

std::uint64_t read_number_key(std::string_view bytes) {
  assert(bytes.size() >= kNumberBytes);
  std::uint64_t value = 0;
  for (const char byte : bytes.substr(0, kNumberBytes)) {
    value = (value << 8U) | static_cast<unsigned char>(byte);
  }
  return value;
}

std::uint64_t number_in(std::string_view value) {
  return value.size() == kNumberBytes ? read_number_key(value) : 0;
}

std::string time_key(std::int64_t value) {
  return number_key(static_cast<std::uint64_t>(value) ^ kSignBit);
}

std::int64_t read_time_key(std::string_view bytes) {
  return static_cast<std::int64_t>(read_number_key(bytes) ^ kSignBit);
}

std::string short_hash(std::string_view text) { return sha256(text).substr(0, kShortHashBytes); }

std::string hash(std::string_view text) { return sha256(text).substr(0, kHashBytes); }

std::string prefix_end(std::string_view prefix) {
  std::string end(prefix);
  while (!end.empty() && static_cast<unsigned char>(end.back()) == 0xFFU) end.pop_back();
  if (!end.empty()) end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
  return end;
}

std::string index_key(std::string_view term, std::int64_t time, std::string_view id) {
  return short_hash(term) + time_key(time) + std::string(id);
}

IndexKey read_index_key(std::string_view bytes) {
  assert(bytes.size() >= kShortHashBytes + kNumberBytes);
  IndexKey key;
  key.term_hash = bytes.substr(0, kShortHashBytes);
  key.time = read_time_key(bytes.substr(kShortHashBytes));
  key.id = bytes.substr(kShortHashBytes + kNumberBytes);
  return key;
}

}  // namespace dixit::storage
