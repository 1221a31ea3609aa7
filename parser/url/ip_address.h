#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dixit::parser {

// IP addresses as the hosts of URLs (https://url.spec.whatwg.org/#host-parsing), which take more
// spellings than inet_pton: octal, hexadecimal and short IPv4 forms.

using Ipv6Pieces = std::array<std::uint16_t, 8>;

// True when the last label is a number, so that the host must be an IPv4 address or nothing.
bool ends_in_number(std::string_view host);

std::optional<std::uint32_t> parse_ipv4(std::string_view host);
std::string serialise_ipv4(std::uint32_t address);

// `text` stands without its brackets.
std::optional<Ipv6Pieces> parse_ipv6(std::string_view text);

// The shortest form of RFC 5952, without brackets.
std::string serialise_ipv6(const Ipv6Pieces& pieces);

}  // namespace dixit::parser
