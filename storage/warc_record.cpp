#include "storage/warc_record.h"

#include <fmt/format.h>

#include "storage/ascii.h"
#include "storage/digest.h"

namespace dixit::storage {
namespace {

// A line end inside a value would begin a field of its own: a URL or server may not do that to us.
std::string one_line(std::string_view value) {
  std::string out(value);
  for (char& c : out) {
    if (c == '\r' || c == '\n' || c == '\0') c = ' ';
  }
  return out;
}

}  // namespace

std::optional<std::string_view> field(const WarcRecord& record, std::string_view name) {
  for (const auto& [key, value] : record.fields) {
    if (ascii_equal(key, name)) return value;
  }
  return std::nullopt;
}

std::string serialise(const WarcRecord& record) {
  std::string out = record.version + "\r\n";
  for (const auto& [name, value] : record.fields) {
    out += fmt::format("{}: {}\r\n", name, one_line(value));
  }
  out += fmt::format("WARC-Block-Digest: {}\r\n", digest_label(sha256_hex(record.block)));
  out += fmt::format("Content-Length: {}\r\n\r\n", record.block.size());
  out += record.block;
  out += "\r\n\r\n";
  return out;
}

std::string new_record_id() {
  std::string bytes = random_bytes(16);
  bytes[6] = static_cast<char>((static_cast<unsigned char>(bytes[6]) & 0x0FU) | 0x40U);
  bytes[8] = static_cast<char>((static_cast<unsigned char>(bytes[8]) & 0x3FU) | 0x80U);
  const std::string hex = to_hex(bytes);
  return fmt::format("<urn:uuid:{}-{}-{}-{}-{}>", hex.substr(0, 8), hex.substr(8, 4),
                     hex.substr(12, 4), hex.substr(16, 4), hex.substr(20));
}

std::string digest_label(std::string_view sha256_hex) {
  return "sha256:" + std::string(sha256_hex);
}

}  // namespace dixit::storage
