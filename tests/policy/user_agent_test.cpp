#include "policy/user_agent.h"

#include <gtest/gtest.h>

#include <string>

#include "policy/robots.h"

namespace dixit::policy {
namespace {

TEST(UserAgent, AnAddressOrAPageIsAContact) {
  for (const std::string_view contact :
       {"archive@press-watch.eu", "mailto:archive@press-watch.eu", "https://press-watch.eu/about",
        "http://press-watch.eu:8080", "HTTPS://press-watch.eu?who"}) {
    EXPECT_EQ(check_contact(contact), ContactProblem::None) << contact;
  }
}

TEST(UserAgent, OtherTextIsNone) {
  for (const std::string_view contact :
       {"me", "press-watch.eu", "@press-watch.eu", "me@", "me@host", "a@b@press-watch.eu",
        "ftp://press-watch.eu", "https://", "https:///about", "https://me@press-watch.eu",
        "me@press..eu", "me@press.eu.", "me@127.0.0.1", "https://localhost.7"}) {
    EXPECT_EQ(check_contact(contact), ContactProblem::NotAContact) << contact;
  }
}

TEST(UserAgent, ReservedNamesReachNobody) {
  for (const std::string_view contact : {"me@example.com", "https://www.Example.org/me",
                                         "me@archive.test", "me@localhost", "https://x.invalid"}) {
    EXPECT_EQ(check_contact(contact), ContactProblem::Placeholder) << contact;
  }
  EXPECT_EQ(check_contact("me@myexample.com"), ContactProblem::None);
}

TEST(UserAgent, WhatWouldBreakTheHeaderIsRefused) {
  EXPECT_EQ(check_contact(""), ContactProblem::Missing);
  for (const std::string_view contact :
       {"me@press.eu\r\nX-Other: 1", "me @press.eu", "me@press.eu)", "m\xC3\xA9@press.eu"}) {
    EXPECT_EQ(check_contact(contact), ContactProblem::BadCharacter) << contact;
  }
  EXPECT_EQ(check_contact("me@" + std::string(kContactBytesMax, 'a') + ".eu"),
            ContactProblem::TooLong);
}

TEST(UserAgent, IsProductVersionAndContact) {
  EXPECT_EQ(make_user_agent("0.1.0", "https://press-watch.eu/about"),
            "Dixit/0.1.0 (+https://press-watch.eu/about)");
  EXPECT_EQ(make_user_agent("0.1.0", ""), "Dixit/0.1.0");
  EXPECT_EQ(make_user_agent("0.1.0", "me@press.eu\n"), std::nullopt);
}

TEST(UserAgent, BeginsWithTheTokenThatRobotsTxtNames) {
  EXPECT_EQ(product_token(*make_user_agent("0.1.0", "me@press-watch.eu")), kProductToken);
}

TEST(UserAgent, EveryProblemIsExplained) {
  EXPECT_EQ(describe(ContactProblem::None), "");
  for (const ContactProblem problem :
       {ContactProblem::Missing, ContactProblem::TooLong, ContactProblem::BadCharacter,
        ContactProblem::NotAContact, ContactProblem::Placeholder}) {
    EXPECT_NE(describe(problem), "");
  }
}

}  // namespace
}  // namespace dixit::policy
