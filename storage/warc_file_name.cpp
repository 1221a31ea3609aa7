#include "storage/warc_file_name.h"

#include <fmt/format.h>

#include <charconv>
#include <system_error>

#include "storage/utc.h"

namespace dixit::storage {
namespace {

constexpr std::string_view kPrefix = "dixit-";
constexpr std::string_view kSuffix = ".warc.gz";

}  // namespace

std::string warc_file_name(std::int64_t begun_at_ms, std::uint64_t serial) {
  return fmt::format("{}{}-{:05}{}", kPrefix, compact_utc(begun_at_ms), serial, kSuffix);
}

std::optional<std::uint64_t> serial_of(std::string_view name) {
  constexpr std::size_t kTimeDigits = 14;
  if (!name.starts_with(kPrefix) || !name.ends_with(kSuffix)) return std::nullopt;
  name.remove_prefix(kPrefix.size());
  if (name.size() < kSuffix.size()) return std::nullopt;
  name.remove_suffix(kSuffix.size());
  if (name.size() < kTimeDigits + 2 || name[kTimeDigits] != '-') return std::nullopt;
  name.remove_prefix(kTimeDigits + 1);
  std::uint64_t serial = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), serial);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return serial;
}

}  // namespace dixit::storage
