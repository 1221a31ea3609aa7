#include "policy/address_guard.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace dixit::policy {
namespace {

using Ipv4Bytes = std::array<std::uint8_t, 4>;
using Ipv6Bytes = std::array<std::uint8_t, 16>;

template <std::size_t N>
struct Range {
  std::array<std::uint8_t, N> prefix;
  unsigned bits;
  AddressClass address_class;
};

template <std::size_t N>
bool contains(const Range<N>& range, const std::array<std::uint8_t, N>& address) {
  for (unsigned bit = 0; bit < range.bits; bit += 8) {
    const unsigned kept = std::min(8U, range.bits - bit);
    const unsigned mask = (0xFFU << (8U - kept)) & 0xFFU;
    const std::size_t byte = bit / 8;
    if (((range.prefix[byte] ^ address[byte]) & mask) != 0) return false;
  }
  return true;
}

// In both tables the first range that holds an address decides, so single addresses come first.
constexpr std::array<Range<4>, 25> kIpv4Ranges = {{
    {{169, 254, 169, 254}, 32, AddressClass::Metadata},  // AWS, Azure, Google, OpenStack
    {{169, 254, 170, 2}, 32, AddressClass::Metadata},    // AWS container credentials
    {{169, 254, 170, 23}, 32, AddressClass::Metadata},   // AWS EKS pod identity
    {{100, 100, 100, 200}, 32, AddressClass::Metadata},  // Alibaba Cloud
    {{192, 0, 0, 192}, 32, AddressClass::Metadata},      // Oracle Cloud
    {{168, 63, 129, 16}, 32, AddressClass::Metadata},    // Azure's wire server
    {{0, 0, 0, 0}, 32, AddressClass::Unspecified},
    {{0, 0, 0, 0}, 8, AddressClass::Reserved},          // RFC 791 §3.2, "this network"
    {{10, 0, 0, 0}, 8, AddressClass::Private},          // RFC 1918
    {{172, 16, 0, 0}, 12, AddressClass::Private},       // RFC 1918
    {{192, 168, 0, 0}, 16, AddressClass::Private},      // RFC 1918
    {{100, 64, 0, 0}, 10, AddressClass::Cgnat},         // RFC 6598
    {{127, 0, 0, 0}, 8, AddressClass::Loopback},        // RFC 1122 §3.2.1.3
    {{169, 254, 0, 0}, 16, AddressClass::LinkLocal},    // RFC 3927
    {{192, 0, 0, 9}, 32, AddressClass::Public},         // RFC 7723, port control anycast
    {{192, 0, 0, 10}, 32, AddressClass::Public},        // RFC 8155, TURN anycast
    {{192, 0, 0, 0}, 24, AddressClass::Reserved},       // RFC 6890, IETF protocols
    {{192, 0, 2, 0}, 24, AddressClass::Documentation},  // RFC 5737
    {{198, 51, 100, 0}, 24, AddressClass::Documentation},
    {{203, 0, 113, 0}, 24, AddressClass::Documentation},
    {{192, 88, 99, 0}, 24, AddressClass::Reserved},  // RFC 7526, retired 6to4 relays
    {{198, 18, 0, 0}, 15, AddressClass::Reserved},   // RFC 2544, benchmarks
    {{224, 0, 0, 0}, 4, AddressClass::Multicast},    // RFC 5771
    {{240, 0, 0, 0}, 4, AddressClass::Reserved},     // RFC 1112 §4, and broadcast
    {{0, 0, 0, 0}, 0, AddressClass::Public},
}};

constexpr std::array<Range<16>, 17> kIpv6Ranges = {{
    {{0}, 128, AddressClass::Unspecified},
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128, AddressClass::Loopback},
    {{0xFD, 0x00, 0x0E, 0xC2}, 32, AddressClass::Metadata},  // AWS, fd00:ec2::254 and ::23
    {{0xFD, 0x20, 0x00, 0xCE}, 32, AddressClass::Metadata},  // Google, fd20:ce::254
    {{0xFE, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xA9, 0xFE, 0xA9, 0xFE},
     128,
     AddressClass::Metadata},                                     // OpenStack
    {{0xFE, 0x80}, 10, AddressClass::LinkLocal},                  // RFC 4291 §2.5.6
    {{0xFE, 0xC0}, 10, AddressClass::Private},                    // RFC 3879, retired site-local
    {{0xFC}, 7, AddressClass::Private},                           // RFC 4193
    {{0xFF}, 8, AddressClass::Multicast},                         // RFC 4291 §2.7
    {{0x20, 0x01, 0x0D, 0xB8}, 32, AddressClass::Documentation},  // RFC 3849
    {{0x3F, 0xFF}, 20, AddressClass::Documentation},              // RFC 9637
    {{0x20, 0x01, 0x00, 0x03}, 32, AddressClass::Public},         // RFC 7450, AMT
    {{0x20, 0x01, 0x00, 0x04, 0x01, 0x12}, 48, AddressClass::Public},  // RFC 7535, AS112
    {{0x20, 0x01, 0x00, 0x20}, 28, AddressClass::Public},              // RFC 7343, ORCHIDv2
    {{0x20, 0x01}, 23, AddressClass::Reserved},                        // RFC 2928, IETF protocols
    {{0x20}, 3, AddressClass::Public},  // RFC 4291 §2.4, global unicast
    {{0}, 0, AddressClass::Reserved},   // nothing else is assigned
}};

template <typename Ranges, typename Address>
AddressClass class_in(const Ranges& ranges, const Address& address) {
  const auto found = std::find_if(ranges.begin(), ranges.end(),
                                  [&](const auto& range) { return contains(range, address); });
  return found->address_class;  // the last range of each table holds everything
}

Ipv4Bytes four_from(const Ipv6Bytes& b, std::size_t at) {
  return {b[at], b[at + 1], b[at + 2], b[at + 3]};
}

AddressClass class_of_ipv4(const Ipv4Bytes& address) { return class_in(kIpv4Ranges, address); }

// The class of the IPv4 address that a transition mechanism has put inside, if one has.
std::optional<AddressClass> embedded_class(const Ipv6Bytes& b) {
  constexpr Range<16> kMapped = {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96, {}};
  constexpr Range<16> kTranslated = {{0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96, {}};  // RFC 2765
  constexpr Range<16> kCompatible = {{0}, 96, {}};                                   // retired
  constexpr Range<16> kNat64 = {{0x00, 0x64, 0xFF, 0x9B}, 96, {}};                   // RFC 6052
  constexpr Range<16> k6to4 = {{0x20, 0x02}, 16, {}};                                // RFC 3056
  constexpr Range<16> kTeredo = {{0x20, 0x01}, 32, {}};                              // RFC 4380
  if (contains(kMapped, b) || contains(kTranslated, b) || contains(kNat64, b)) {
    return class_of_ipv4(four_from(b, 12));
  }
  if (contains(kCompatible, b) && (b[12] != 0 || b[13] != 0)) {
    const AddressClass inner = class_of_ipv4(four_from(b, 12));
    return inner == AddressClass::Public ? AddressClass::Reserved : inner;
  }
  if (contains(k6to4, b)) return class_of_ipv4(four_from(b, 2));
  if (contains(kTeredo, b)) {
    // RFC 4380 §4: the client's address has its bits turned round, the server's stands as it is.
    Ipv4Bytes client = four_from(b, 12);
    for (std::uint8_t& byte : client) byte = static_cast<std::uint8_t>(byte ^ 0xFFU);
    const AddressClass inner = class_of_ipv4(client);
    return inner == AddressClass::Public ? class_of_ipv4(four_from(b, 4)) : inner;
  }
  return std::nullopt;
}

// RFC 5214 §6.1, ISATAP: 0000:5efe or 0200:5efe before the IPv4 address, under any prefix.
bool is_isatap(const Ipv6Bytes& b) {
  return (b[8] & 0xFDU) == 0 && b[9] == 0 && b[10] == 0x5E && b[11] == 0xFE;
}

}  // namespace

AddressClass classify_address(const IpAddress& address) {
  if (const auto embedded = embedded_class(address.bytes)) return *embedded;
  const AddressClass outer = class_in(kIpv6Ranges, address.bytes);
  if (outer != AddressClass::Public || !is_isatap(address.bytes)) return outer;
  return class_of_ipv4(four_from(address.bytes, 12));
}

bool may_dial(const IpAddress& address, const AddressRules& rules) {
  switch (classify_address(address)) {
    case AddressClass::Public:
      return true;
    case AddressClass::Loopback:
      return rules.allow_loopback;
    case AddressClass::Private:
      return rules.allow_private;
    default:
      return false;
  }
}

bool may_dial(std::string_view address, const AddressRules& rules) {
  const std::optional<IpAddress> parsed = parse_ip_address(address);
  return parsed && may_dial(*parsed, rules);
}

std::string_view name_of(AddressClass address_class) {
  constexpr std::array<std::string_view, 10> kNames = {
      "public",   "loopback",  "private",     "link_local",    "cgnat",
      "metadata", "multicast", "unspecified", "documentation", "reserved"};
  return kNames[static_cast<std::size_t>(address_class)];
}

}  // namespace dixit::policy
