#include "policy/ip_address.h"

#include <algorithm>

#include "policy/ascii.h"

namespace dixit::policy {
namespace {

constexpr std::array<std::uint8_t, 12> kMappedPrefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr std::size_t kGroups = 8;

using Ipv4Bytes = std::array<std::uint8_t, 4>;

std::optional<Ipv4Bytes> parse_dotted(std::string_view text) {
  if (std::count(text.begin(), text.end(), '.') != 3) return std::nullopt;
  Ipv4Bytes bytes{};
  for (std::uint8_t& byte : bytes) {
    const std::string_view part = take_field(text, '.');
    const bool leading_zero = part.size() > 1 && part.front() == '0';
    const std::optional<std::int64_t> number = parse_whole_number(part);
    if (!number || *number > 255 || leading_zero) return std::nullopt;
    byte = static_cast<std::uint8_t>(*number);
  }
  return bytes;
}

std::optional<std::uint16_t> parse_group(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  unsigned group = 0;
  for (const char c : text) {
    const std::optional<int> digit = hex_value(c);
    if (!digit) return std::nullopt;
    group = group * 16 + static_cast<unsigned>(*digit);
  }
  return static_cast<std::uint16_t>(group);
}

// The groups on one side of "::", of which a dotted IPv4 address may be the last two.
struct Groups {
  std::array<std::uint16_t, kGroups> values{};
  std::size_t count = 0;
};

std::optional<Groups> parse_groups(std::string_view text) {
  Groups groups;
  if (text.empty()) return groups;
  const auto push = [&groups](unsigned value) {
    if (groups.count == kGroups) return false;
    groups.values[groups.count++] = static_cast<std::uint16_t>(value);
    return true;
  };
  for (bool more = true; more;) {
    more = text.find(':') != std::string_view::npos;
    const std::string_view part = take_field(text, ':');
    if (const auto group = parse_group(part)) {
      if (!push(*group)) return std::nullopt;
      continue;
    }
    const std::optional<Ipv4Bytes> dotted = more ? std::nullopt : parse_dotted(part);
    if (!dotted) return std::nullopt;
    const Ipv4Bytes& b = *dotted;
    if (!push(b[0] * 256U + b[1]) || !push(b[2] * 256U + b[3])) return std::nullopt;
  }
  return groups;
}

std::optional<IpAddress> parse_ipv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  const bool has_gap = gap != std::string_view::npos;
  // RFC 4291 §2.2: a dotted address stands at the end alone.
  if (has_gap && text.substr(0, gap).find('.') != std::string_view::npos) return std::nullopt;
  const std::optional<Groups> front = parse_groups(text.substr(0, gap));
  const std::optional<Groups> back =
      parse_groups(has_gap ? text.substr(gap + 2) : std::string_view{});
  if (!front || !back) return std::nullopt;
  const std::size_t given = front->count + back->count;
  // "::" stands for at least one group (RFC 5952 §4.2.2 writes it for two or more).
  if (has_gap ? given >= kGroups : given != kGroups) return std::nullopt;

  std::array<std::uint16_t, kGroups> groups{};
  std::copy_n(front->values.begin(), front->count, groups.begin());
  std::copy_n(back->values.begin(), back->count, groups.begin() + (kGroups - back->count));
  IpAddress address;
  for (std::size_t i = 0; i < kGroups; ++i) {
    address.bytes[2 * i] = static_cast<std::uint8_t>(groups[i] >> 8U);
    address.bytes[2 * i + 1] = static_cast<std::uint8_t>(groups[i] & 0xFFU);
  }
  return address;
}

void append_hex(std::string& out, unsigned group) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  bool started = false;
  for (const unsigned shift : {12U, 8U, 4U, 0U}) {
    const unsigned digit = (group >> shift) & 15U;
    started = started || digit != 0 || shift == 0;
    if (started) out += kDigits[digit];
  }
}

}  // namespace

IpAddress ipv4_address(std::array<std::uint8_t, 4> bytes) {
  IpAddress address;
  std::copy(kMappedPrefix.begin(), kMappedPrefix.end(), address.bytes.begin());
  std::copy(bytes.begin(), bytes.end(), address.bytes.begin() + kMappedPrefix.size());
  return address;
}

std::optional<std::array<std::uint8_t, 4>> ipv4_of(const IpAddress& address) {
  const auto& b = address.bytes;
  if (!std::equal(kMappedPrefix.begin(), kMappedPrefix.end(), b.begin())) return std::nullopt;
  return Ipv4Bytes{b[12], b[13], b[14], b[15]};
}

std::optional<IpAddress> parse_ip_address(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  text = text.substr(0, text.find('%'));
  if (text.find(':') != std::string_view::npos) return parse_ipv6(text);
  const std::optional<Ipv4Bytes> dotted = parse_dotted(text);
  return dotted ? std::optional<IpAddress>(ipv4_address(*dotted)) : std::nullopt;
}

std::string to_string(const IpAddress& address) {
  std::string text;
  if (const auto v4 = ipv4_of(address)) {
    for (const std::uint8_t byte : *v4) {
      if (!text.empty()) text += '.';
      text += std::to_string(byte);
    }
    return text;
  }
  for (std::size_t i = 0; i < kGroups; ++i) {
    if (i > 0) text += ':';
    append_hex(text, address.bytes[2 * i] * 256U + address.bytes[2 * i + 1]);
  }
  return text;
}

}  // namespace dixit::policy
