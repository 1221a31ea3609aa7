#include "policy/address_guard.h"

#include <gtest/gtest.h>

#include <string_view>

namespace dixit::policy {
namespace {

std::string_view class_of(std::string_view text) {
  const std::optional<IpAddress> address = parse_ip_address(text);
  return address ? name_of(classify_address(*address)) : "no address";
}

struct Case {
  std::string_view address;
  std::string_view expected;
};

TEST(AddressGuard, KnowsTheSpecialIpv4Ranges) {
  for (const Case& c : {Case{"93.184.216.34", "public"},  {"192.0.1.0", "public"},
                        {"192.0.0.9", "public"},          {"172.15.255.255", "public"},
                        {"172.32.0.0", "public"},         {"100.63.255.255", "public"},
                        {"100.128.0.0", "public"},        {"223.255.255.255", "public"},
                        {"127.0.0.1", "loopback"},        {"127.255.255.255", "loopback"},
                        {"10.0.0.0", "private"},          {"10.255.255.255", "private"},
                        {"172.16.0.1", "private"},        {"172.31.255.255", "private"},
                        {"192.168.1.1", "private"},       {"169.254.0.1", "link_local"},
                        {"100.64.0.1", "cgnat"},          {"100.127.255.255", "cgnat"},
                        {"224.0.0.1", "multicast"},       {"239.255.255.255", "multicast"},
                        {"0.0.0.0", "unspecified"},       {"0.0.0.1", "reserved"},
                        {"192.0.2.1", "documentation"},   {"198.51.100.1", "documentation"},
                        {"203.0.113.1", "documentation"}, {"192.0.0.1", "reserved"},
                        {"198.18.0.1", "reserved"},       {"198.19.255.255", "reserved"},
                        {"198.20.0.0", "public"},         {"192.88.99.1", "reserved"},
                        {"240.0.0.1", "reserved"},        {"255.255.255.255", "reserved"}}) {
    EXPECT_EQ(class_of(c.address), c.expected) << c.address;
  }
}

TEST(AddressGuard, KnowsMetadataServices) {
  for (const std::string_view address :
       {"169.254.169.254", "169.254.170.2", "169.254.170.23", "100.100.100.200", "192.0.0.192",
        "168.63.129.16", "fd00:ec2::254", "fd20:ce::254", "fe80::a9fe:a9fe"}) {
    EXPECT_EQ(class_of(address), "metadata") << address;
  }
}

TEST(AddressGuard, KnowsTheSpecialIpv6Ranges) {
  for (const Case& c : {Case{"2606:2800:220:1::1", "public"},
                        {"2001:200::1", "public"},
                        {"2001:20::1", "public"},
                        {"::", "unspecified"},
                        {"::1", "loopback"},
                        {"fe80::1", "link_local"},
                        {"febf::1", "link_local"},
                        {"fc00::1", "private"},
                        {"fdff::1", "private"},
                        {"fec0::1", "private"},
                        {"ff02::1", "multicast"},
                        {"2001:db8::1", "documentation"},
                        {"3fff:fff::1", "documentation"},
                        {"3fff:1000::1", "public"},
                        {"2001:100::1", "reserved"},
                        {"100::1", "reserved"},
                        {"5f00::1", "reserved"},
                        {"4000::1", "reserved"},
                        {"64:ff9b:1::1", "reserved"}}) {
    EXPECT_EQ(class_of(c.address), c.expected) << c.address;
  }
}

TEST(AddressGuard, LooksThroughEmbeddedIpv4) {
  for (const Case& c : {Case{"::ffff:127.0.0.1", "loopback"},      // mapped
                        {"::ffff:0:10.0.0.1", "private"},          // translated
                        {"::10.0.0.1", "private"},                 // compatible
                        {"::93.184.216.34", "reserved"},           // compatible is retired
                        {"64:ff9b::169.254.169.254", "metadata"},  // NAT64
                        {"64:ff9b::93.184.216.34", "public"},
                        {"2002:7f00:1::1", "loopback"},  // 6to4 of 127.0.0.1
                        {"2002:5db8:d822::1", "public"},
                        {"2001:0:5db8:d822::f5ff:fffe", "private"},  // Teredo client 10.0.0.1
                        {"2001:0:a00:1::a247:27dd", "private"},      // Teredo server 10.0.0.1
                        {"2001:0:5db8:d822::a247:27dd", "public"},
                        {"2606:2800::5efe:192.168.0.1", "private"},  // ISATAP
                        {"fe80::5efe:192.168.0.1", "link_local"}}) {
    EXPECT_EQ(class_of(c.address), c.expected) << c.address;
  }
}

TEST(AddressGuard, DialsThePublicAlone) {
  EXPECT_TRUE(may_dial("93.184.216.34", {}));
  for (const std::string_view address :
       {"127.0.0.1", "10.0.0.1", "169.254.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
        "0.0.0.0", "192.0.2.1", "240.0.0.1", "::1", "not an address", ""}) {
    EXPECT_FALSE(may_dial(address, {})) << address;
  }
}

TEST(AddressGuard, APersonMayOpenLoopbackAndPrivateNets) {
  EXPECT_TRUE(may_dial("127.0.0.1", {.allow_loopback = true}));
  EXPECT_FALSE(may_dial("10.0.0.1", {.allow_loopback = true}));
  EXPECT_TRUE(may_dial("10.0.0.1", {.allow_private = true}));
  EXPECT_FALSE(may_dial("127.0.0.1", {.allow_private = true}));
}

TEST(AddressGuard, NothingOpensMetadataLinkLocalOrTheRest) {
  for (const std::string_view address :
       {"169.254.169.254", "fd00:ec2::254", "169.254.1.1", "fe80::1", "100.64.0.1", "0.0.0.0",
        "::", "255.255.255.255", "64:ff9b::169.254.169.254"}) {
    EXPECT_FALSE(may_dial(address, {.allow_loopback = true, .allow_private = true})) << address;
  }
}

}  // namespace
}  // namespace dixit::policy
