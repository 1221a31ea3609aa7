#include "policy/ip_address.h"

#include <gtest/gtest.h>

#include <string>

namespace dixit::policy {
namespace {

std::string reread(std::string_view text) {
  const std::optional<IpAddress> address = parse_ip_address(text);
  return address ? to_string(*address) : "none";
}

TEST(IpAddress, ReadsDottedDecimal) {
  EXPECT_EQ(reread("192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(reread("0.0.0.0"), "0.0.0.0");
  EXPECT_EQ(parse_ip_address("192.0.2.1"), ipv4_address({192, 0, 2, 1}));
}

TEST(Rfc4291IpAddress, ReadsItsForms) {
  EXPECT_EQ(reread("2001:DB8::1"), "2001:db8:0:0:0:0:0:1");
  EXPECT_EQ(reread("::"), "0:0:0:0:0:0:0:0");
  EXPECT_EQ(reread("1:2:3:4:5:6:7:8"), "1:2:3:4:5:6:7:8");
  EXPECT_EQ(reread("1:2:3:4:5:6:7::"), "1:2:3:4:5:6:7:0");
  EXPECT_EQ(reread("64:ff9b::192.0.2.33"), "64:ff9b:0:0:0:0:c000:221");
}

TEST(IpAddress, MappedIpv4IsIpv4) {
  EXPECT_EQ(parse_ip_address("::ffff:192.0.2.1"), parse_ip_address("192.0.2.1"));
  EXPECT_EQ(parse_ip_address("::ffff:c000:201"), parse_ip_address("192.0.2.1"));
}

TEST(IpAddress, ReadsBracketsAndDropsAZone) {
  EXPECT_EQ(reread("[::1]"), "0:0:0:0:0:0:0:1");
  EXPECT_EQ(reread("fe80::1%eth0"), "fe80:0:0:0:0:0:0:1");
}

TEST(IpAddress, RejectsWhatIsNone) {
  for (const std::string_view text : {"",
                                      "1.2.3",
                                      "1.2.3.4.5",
                                      "256.1.1.1",
                                      "01.2.3.4",
                                      "1.2.3.x",
                                      "127.1",
                                      "0x7f.0.0.1",
                                      ":",
                                      ":::",
                                      "1::2::3",
                                      "1:2:3:4:5:6:7",
                                      "1:2:3:4:5:6:7:8:9",
                                      "12345::",
                                      "g::",
                                      "1:",
                                      "1.2.3.4::",
                                      "::1.2.3.4:5",
                                      "1:2:3:4:5:6:7:1.2.3.4",
                                      "::1:2:3:4:5:6:7:8",
                                      "press.example"}) {
    EXPECT_EQ(reread(text), "none") << text;
  }
}

}  // namespace
}  // namespace dixit::policy
