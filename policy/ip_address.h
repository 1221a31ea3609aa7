#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// An IPv4 or IPv6 address as a value, read from and written to text.
namespace dixit::policy {

// Sixteen bytes in network order. IPv4 is held as an IPv4-mapped address (RFC 4291 §2.5.5.2), so
// that "127.0.0.1" and "::ffff:127.0.0.1", which dial the same machine, are one value.
struct IpAddress {
  std::array<std::uint8_t, 16> bytes{};

  bool operator==(const IpAddress&) const = default;
};

IpAddress ipv4_address(std::array<std::uint8_t, 4> bytes);

// The four bytes of an IPv4-mapped address, nothing for any other.
std::optional<std::array<std::uint8_t, 4>> ipv4_of(const IpAddress& address);

// Reads "192.0.2.1" (four decimal numbers without leading zeros), "2001:db8::1" (RFC 4291 §2.2),
// and both in brackets or with a zone ("fe80::1%eth0"), which is dropped. Nothing for other text:
// forms such as "127.1", "0x7f000001" or "0177.0.0.1" are for the URL parser to resolve.
std::optional<IpAddress> parse_ip_address(std::string_view text);

// Dotted decimal for IPv4; for IPv6 eight groups in lower case without "::".
std::string to_string(const IpAddress& address);

}  // namespace dixit::policy
