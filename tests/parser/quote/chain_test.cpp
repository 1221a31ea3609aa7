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

// "A neighbour said Dorn had shouted: “…”": the reported clause is the words' own.
TEST(Chain, WhoReportsWhoSpokeBearsWitness) {
  using model::HopRole;
  struct Case {
    const char* language;
    const char* text;
    HopRole role;
    const char* name;
  };
  for (const Case& given : {
           Case{"en", "A neighbour said Abel Dorn had shouted: “I will burn the mill.”",
                HopRole::Witness, "A neighbour"},
           Case{"en", "Ada Roth told police that Abel Dorn had said: “I will burn the mill.”",
                HopRole::Witness, "Ada Roth"},
           Case{"en", "Investigators said Abel Dorn had written online: “I will burn the mill.”",
                HopRole::Authority, "Investigators"},
           Case{"fr", "Une voisine affirme qu'Abel Dorn a crié : « Je brûlerai le moulin ».",
                HopRole::Witness, "Une voisine"},
           Case{"de", "Eine Nachbarin sagte, Abel Dorn habe gerufen: „Ich verbrenne die Mühle.“",
                HopRole::Witness, "Eine Nachbarin"},
           Case{"es", "Una vecina contó que Abel Dorn gritó: «Quemaré el molino».",
                HopRole::Witness, "Una vecina"},
           Case{"en", "The state news agency said Abel Dorn had shouted: “I will burn the mill.”",
                HopRole::Agency, "state news agency"},
       }) {
    const auto document = read_in(given.language, given.text);
    model::Quotation words;
    for (const model::Quotation& quotation : document.quotations) {
      if (quotation.form == model::QuotationForm::Direct) words = quotation;
    }
    EXPECT_EQ(hops(words, given.role), given.name) << given.text;
  }
}

TEST(Chain, WhoReportsSomethingElseBearsNoWitness) {
  for (const char* text : {
           "The mayor said the mill would close, and Abel Dorn shouted: “I will burn the mill.”",
           "The mayor said the mill had closed when Abel Dorn shouted: “I will burn the mill.”",
           "Abel Dorn said he had shouted: “I will burn the mill.”",
       }) {
    EXPECT_EQ(hops(quotation_with(read_in("en", text), "I will burn"), model::HopRole::Witness), "")
        << text;
  }
}

}  // namespace
}  // namespace dixit::parser
