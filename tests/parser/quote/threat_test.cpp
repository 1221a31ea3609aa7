#include <gtest/gtest.h>

#include <string>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

using model::ThreatClass;

ThreatClass threat_in(std::string_view language, std::string_view text, std::string_view part) {
  return quotation_with(read_in(language, text), part).threat.threat_class;
}

TEST(Threat, OwnFutureHarmIsViolent) {
  EXPECT_EQ(threat_in("en", "“We will kill every guard on this pier,” said Oskar Brandel.", "pier"),
            ThreatClass::Violent);
  EXPECT_EQ(threat_in("fr", "« Nous frapperons vos dépôts », a déclaré Oskar Brandel.", "dépôts"),
            ThreatClass::Violent);
}

TEST(Threat, AnnouncedLawsuitIsCoercive) {
  EXPECT_EQ(threat_in("en", "“If they print it, we will sue them,” said Ilse Morant.", "sue"),
            ThreatClass::Coercive);
}

TEST(Threat, OrderOrElseIsAConditionalThreat) {
  const auto quotation = quotation_with(
      read_in("fr", "« Rends la clé ou on te casse les bras », a lancé Oskar Brandel."), "clé");
  EXPECT_EQ(quotation.threat.threat_class, ThreatClass::Violent);
  EXPECT_TRUE(quotation.threat.conditional);
}

TEST(Threat, PastHarmIsNews) {
  EXPECT_EQ(threat_in("en", "“They have killed two of our goats,” said Ilse Morant.", "goats"),
            ThreatClass::None);
}

TEST(Threat, HarmToTheSpeakerIsNoThreatOfHis) {
  EXPECT_EQ(threat_in("en", "“They will attack us again,” said Ilse Morant.", "attack"),
            ThreatClass::None);
}

TEST(Threat, ProblemsMayBeFought) {
  EXPECT_EQ(
      threat_in("en", "“We will destroy poverty and corruption,” said Ilse Morant.", "poverty"),
      ThreatClass::None);
}

TEST(Threat, SportSpeaksOfWarWithoutMeaningIt) {
  EXPECT_EQ(threat_in("en",
                      "“We will crush them in the second half,” coach Oskar Brandel said before "
                      "the derby, the last match of the season.",
                      "crush"),
            ThreatClass::None);
}

TEST(Threat, WordsQuotedInTurnAreNotTheQuotersThreat) {
  const auto document =
      read_in("en", "“He told me: ‘I will kill you on Sunday’,” said the shopkeeper Ilse Morant.");
  EXPECT_EQ(quotation_with(document, "He told me").threat.threat_class, ThreatClass::None);
}

TEST(Threat, TargetIsWhatTheHarmStrikes) {
  const auto quotation = quotation_with(
      read_in("en", "“Our guns will destroy Port Sorel,” said Oskar Brandel."), "guns");
  ASSERT_TRUE(quotation.threat.target);
  EXPECT_EQ(quotation.threat.target->text, "Port Sorel");
}

TEST(Threat, TargetOfYouIsWhomTheTextCallsThreatened) {
  const auto quotation = quotation_with(
      read_in("fr",
              "Ilse Morant a reçu des menaces. Elle vit à Port Sorel.\n\n« Nous vous tuerons », "
              "a déclaré Oskar Brandel."),
      "tuerons");
  ASSERT_TRUE(quotation.threat.target);
  EXPECT_EQ(quotation.threat.target->text, "Ilse Morant");
}

// What nobody controls threatens nobody, in whatever clause.
TEST(Threat, AHazardIsNobodyWhoThreatens) {
  EXPECT_EQ(threat_in("en", "The storm threatened to destroy the harbour.", "destroy"),
            ThreatClass::None);
  EXPECT_EQ(threat_in("fr", "La crise qui menace de détruire le port s'aggrave.", "détruire"),
            ThreatClass::None);
  EXPECT_EQ(threat_in("es", "El volcán amenaza con destruir el pueblo.", "destruir"),
            ThreatClass::None);
  EXPECT_EQ(threat_in("fr", "Les rebelles qui menacent de détruire le port avancent.", "détruire"),
            ThreatClass::Violent);
  EXPECT_EQ(threat_in("en", "The flood victims threatened to destroy the dam.", "destroy"),
            ThreatClass::Violent);
}

}  // namespace
}  // namespace dixit::parser
