#include <gtest/gtest.h>

#include <string>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

TEST(Chain, NamesChannelTranslatorAndMonitorWithoutTheirCommas) {
  const auto document = read_in(
      "fr",
      "«Nous reviendrons dans votre port», a écrit la milice du Sel dans un communiqué, traduit en "
      "anglais par SITE Intelligence, un groupe de surveillance américain, a indiqué Reuters.");
  const auto quotation = quotation_with(document, "reviendrons");
  EXPECT_EQ(hops(quotation, model::HopRole::Channel), "un communiqué");
  EXPECT_EQ(hops(quotation, model::HopRole::Translator), "SITE Intelligence");
  EXPECT_EQ(hops(quotation, model::HopRole::Monitor), "SITE Intelligence");
  EXPECT_TRUE(quotation.is_translation);
}

TEST(Chain, AGenericAgencyIsTheOneTheTextNames) {
  const auto document = read_in(
      "fr",
      "«Le pont restera ouvert cet hiver», a déclaré le maire Hector Valdoise à l’agence de "
      "presse.\n\nAvec AFP.");
  const auto quotation = quotation_with(document, "pont");
  EXPECT_EQ(hops(quotation, model::HopRole::Agency), "AFP");
  EXPECT_EQ(hops(quotation, model::HopRole::Outlet), "");
}

TEST(Chain, WhatStandsInsideALongerNounIsNoCarrier) {
  const auto document = read_in(
      "fr", "«Le pont restera ouvert», a déclaré le maire Hector Valdoise lors d'un point presse.");
  EXPECT_EQ(hops(quotation_with(document, "pont"), model::HopRole::Outlet), "");
}

TEST(Chain, AnInterviewIsNoGoBetweenButItsOutletIs) {
  const auto document = read_in(
      "en",
      "“The bridge will stay open,” Mayor Hector Valdoise said in an interview with the BBC.");
  const auto quotation = quotation_with(document, "bridge");
  EXPECT_EQ(hops(quotation, model::HopRole::Channel), "");
  EXPECT_EQ(hops(quotation, model::HopRole::Outlet), "BBC");
}

TEST(Chain, ADatelineCreditsEveryQuotation) {
  const auto document =
      read_in("en",
              "PORT SOREL (Reuters) - “The bridge will stay open,” Mayor Hector Valdoise said.\n\n"
              "“We doubt it,” said Ilse Morant.");
  EXPECT_EQ(hops(quotation_with(document, "bridge"), model::HopRole::Agency), "Reuters");
  EXPECT_EQ(hops(quotation_with(document, "doubt"), model::HopRole::Agency), "Reuters");
}

TEST(Chain, WordsQuotedInsideWordsCameThroughTheirSpeaker) {
  const auto document = read_in(
      "en", "“He told me: ‘I will be back on Sunday with my brothers’,” said the shopkeeper.");
  EXPECT_EQ(hops(quotation_with(document, "I will be back"), model::HopRole::Witness),
            "the shopkeeper");
}

TEST(Chain, AnAgencyThatTellsOfAThreatHandsItOn) {
  const model::Quotation quotation = quotation_with(
      read_in("fr", "Des membres du groupe ont menacé le maire de violences, a constaté l'AFP."),
      "violences");
  EXPECT_EQ(hops(quotation, model::HopRole::Witness), "");
  EXPECT_EQ(hops(quotation, model::HopRole::Agency), "AFP");
}

}  // namespace
}  // namespace dixit::parser
