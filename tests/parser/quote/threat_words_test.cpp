#include <gtest/gtest.h>

#include "tests/parser/quote/threat_reading.h"

namespace dixit::parser {
namespace {

using model::Directness;
using model::SpeechAct;
using model::ThreatClass;

TEST(ThreatWords, VeiledPhrasesThreatenWithoutAVerbOfHarm) {
  const auto threat = threat_of(
      "en", "“You have been warned. We know where you live,” said Oskar Brandel.", "warned");
  EXPECT_EQ(threat.threat_class, ThreatClass::Violent);
  EXPECT_EQ(threat.directness, Directness::Veiled);
  EXPECT_EQ(threat_in("es", "«Sabemos dónde vives y lo vas a pagar», dijo Oskar Brandel.", "vives"),
            ThreatClass::Violent);
}

TEST(ThreatWords, AdviceAloneIsNoThreat) {
  const auto threat = threat_of(
      "fr", "« Les cyclistes feraient bien de porter un casque », a dit Ilse Morant.", "casque");
  EXPECT_EQ(threat.threat_class, ThreatClass::None);
  EXPECT_EQ(threat.score, 0);
}

TEST(ThreatWords, WhoeverIsAddressedWillPay) {
  EXPECT_EQ(
      threat_in("en", "“You will pay for the bridge of Sorel,” said Oskar Brandel.", "bridge"),
      ThreatClass::Violent);
  EXPECT_EQ(threat_in("en", "“Consumers will pay more for bread,” said Ilse Morant.", "bread"),
            ThreatClass::None);
}

TEST(ThreatWords, OrderOrElseIsAnUltimatum) {
  const auto threat =
      threat_of("en", "“Leave the valley or we will hang you,” said Oskar Brandel.", "valley");
  EXPECT_EQ(threat.threat_class, ThreatClass::Violent);
  EXPECT_EQ(threat.speech_act, SpeechAct::Ultimatum);
  EXPECT_TRUE(threat.conditional);
}

TEST(ThreatWords, ADemandWithoutOrElseIsNone) {
  EXPECT_EQ(threat_in("en", "“Leave the valley in peace,” said Ilse Morant.", "valley"),
            ThreatClass::None);
}

TEST(ThreatWords, AnAlternativeOfThingsIsNone) {
  EXPECT_EQ(
      threat_in("fr", "« Vous prendrez du thé ou bien du café ? », a demandé Ilse Morant.", "café"),
      ThreatClass::None);
}

TEST(ThreatWords, FateSetOnADeedIsAConditionalThreat) {
  const auto threat =
      threat_of("fr", "« Quiconque franchira le pont sera tué », a déclaré Oskar Brandel.", "pont");
  EXPECT_EQ(threat.threat_class, ThreatClass::Violent);
  EXPECT_TRUE(threat.conditional);
  EXPECT_TRUE(fired(threat, "threat.whoever_will"));
}

TEST(ThreatWords, DeadlinesAreKeptAsPrinted) {
  const auto threat = threat_of(
      "en",
      "“If the lake is not drained before Friday, we will blow up the dam,” said Oskar Brandel.",
      "dam");
  EXPECT_EQ(threat.threat_class, ThreatClass::Violent);
  EXPECT_EQ(threat.deadline, "before Friday");
  ASSERT_TRUE(threat.condition);
  EXPECT_EQ(threat.condition->demand, "the lake is not drained before Friday");
}

TEST(ThreatWords, HarmThatIsToEndIsNoHarm) {
  EXPECT_EQ(
      threat_in("en", "“We will do everything to end the violence,” said Ilse Morant.", "violence"),
      ThreatClass::None);
  EXPECT_EQ(
      threat_in("de", "„Wir werden den Opfern von Gewalt helfen“, sagte Ilse Morant.", "Gewalt"),
      ThreatClass::None);
}

TEST(ThreatWords, ADangerThatNobodyControlsIsAWarning) {
  const auto threat = threat_of(
      "en", "“The storm could cause many deaths,” warned the meteorologist Ilse Morant.", "storm");
  EXPECT_EQ(threat.threat_class, ThreatClass::None);
  EXPECT_EQ(threat.speech_act, SpeechAct::Warning);
}

TEST(ThreatWords, SentencesOfALongSpeechDoNotAddUp) {
  EXPECT_EQ(threat_in("en",
                      "“The war ended long ago. The bakers are back in the square. Your children "
                      "learn to swim. We will plant trees along the canal. They were killed by a "
                      "fever,” said Ilse Morant.",
                      "bakers"),
            ThreatClass::None);
}

TEST(ThreatWords, WhatOthersSayIsNotTheTellersThreat) {
  const auto threat = threat_of(
      "en", "“He told us that they will burn the mill of Sorel,” said the miller Ilse Morant.",
      "mill");
  EXPECT_EQ(threat.threat_class, ThreatClass::None);
  EXPECT_TRUE(threat.rationale.empty() || fired(threat, "no_threat.reports_others"));
}

}  // namespace
}  // namespace dixit::parser
