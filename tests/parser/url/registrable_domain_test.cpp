#include "parser/url/registrable_domain.h"

#include <gtest/gtest.h>

namespace dixit::parser {
namespace {

TEST(RegistrableDomain, IsOneLabelBelowThePublicSuffix) {
  EXPECT_EQ(registrable_domain("www.news.example.co.uk"), "example.co.uk");
  EXPECT_EQ(registrable_domain("Example.COM"), "example.com");
  EXPECT_EQ(registrable_domain("a.journal.xn--p1ai"), "journal.xn--p1ai");
  EXPECT_EQ(registrable_domain("a.журнал.рф"), "журнал.рф");
}

TEST(RegistrableDomain, IsNoneForWhatNobodyRegisters) {
  for (const std::string_view host : {"com", "co.uk", "localhost", "press.test", "192.0.2.7",
                                      "[2001:db8::1]", "", ".", "a..com", ".com", "example.com."}) {
    EXPECT_EQ(registrable_domain(host), std::nullopt) << host;
  }
}

}  // namespace
}  // namespace dixit::parser
