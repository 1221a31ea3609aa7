#include <gtest/gtest.h>

#include "tests/parser/quote/threat_reading.h"

namespace dixit::parser {
namespace {

using model::ThreatClass;

TEST(ThreatSpeaker, WhoThreatensIsKnownFromTheReporter) {
  const auto threat = threat_of("en",
                                "The Reed Brigade has threatened the port of Sorel.\n\n“Every ship "
                                "is a grave,” the Reed Brigade wrote.",
                                "grave");
  EXPECT_TRUE(fired(threat, "threat.threatener"));
}

TEST(ThreatSpeaker, WhoIsThreatenedSpeaksOfHarmWithoutMeaningIt) {
  const auto threat = threat_of("en",
                                "Ilse Morant received death threats.\n\n“There will be no war in "
                                "this town,” said Ilse Morant.",
                                "town");
  EXPECT_EQ(threat.threat_class, ThreatClass::None);
  EXPECT_TRUE(fired(threat, "no_threat.threatened_speaks"));
}

TEST(ThreatSpeaker, OneWhoBearsArmsNeedsLessToBeMeant) {
  const auto threat =
      threat_of("en", "“There will be blood on this road,” said a masked gunman.", "blood");
  EXPECT_TRUE(fired(threat, "threat.armed_speaker"));
  EXPECT_EQ(threat.threat_class, ThreatClass::Violent);
  EXPECT_EQ(
      threat_in("en", "“There will be blood on this road,” said the surgeon Ilse Morant.", "blood"),
      ThreatClass::None);
}

TEST(ThreatSpeaker, AnUnsignedLetterThatOrdersThreatens) {
  const auto threat = threat_of("fr",
                                "Ilse Morant a reçu une lettre de menaces. « Retire ton projet de "
                                "digue avant lundi », lit-on dans la lettre.",
                                "digue");
  EXPECT_NE(threat.threat_class, ThreatClass::None);
  EXPECT_TRUE(fired(threat, "threat.anonymous_message"));
}

TEST(ThreatSpeaker, ThreateningToDoSomethingUnnamedIsCoercive) {
  EXPECT_EQ(
      threat_in("en", "Ilse Morant threatened to “bring the matter up again” if the plan passed.",
                "matter"),
      ThreatClass::Coercive);
}

TEST(ThreatSpeaker, WordsInMarksAreNotReportedOnceMore) {
  const auto document =
      read_in("fr", "« Nous brûlerons le moulin de Sorel », a menacé Oskar Brandel lundi.");
  EXPECT_EQ(document.quotations.size(), 1U);
}

TEST(ThreatSpeaker, ADroughtThatLoomsThreatensNobody) {
  EXPECT_EQ(
      threat_in("de", "Ilse Morant sagte, es drohe „eine lange Dürre im ganzen Tal von Sorel“.",
                "Dürre"),
      ThreatClass::None);
}

TEST(ThreatSpeaker, StretchesOfOneUtteranceShareItsThreat) {
  const auto document = read_in("en",
                                "“We will burn the mill,” said Oskar Brandel, “and the miller’s "
                                "house will be next.”");
  EXPECT_EQ(quotation_with(document, "burn").threat.threat_class, ThreatClass::Violent);
}

TEST(ThreatSpeaker, WhatTheWordsAreCalledHasNotSaidThem) {
  const auto threat = quotation_with(
      read_in("en", "The threat was repeated on Monday. “We will burn the shed,” the threat said."),
      "shed");
  EXPECT_FALSE(threat.source.has_value());
}

}  // namespace
}  // namespace dixit::parser
