#include <gtest/gtest.h>

#include <tuple>

#include "tests/parser/quote/threat_reading.h"

namespace dixit::parser {
namespace {

std::string threatener_in(std::string_view language, std::string_view text, std::string_view part) {
  const model::Quotation quotation = quotation_with(read_in(language, text), part);
  return quotation.source ? quotation.source->name : "?";
}

// Whoever arrested or accused was named as the one who threatened.
TEST(ChargedPerson, IsTheObjectOfWhoArrestsOrAccuses) {
  for (const auto& [language, text, part] :
       {std::tuple("en", "Police arrested Oskar Brandel for threatening to burn the mill.",
                   "burn the mill"),
        std::tuple("en",
                   "Prosecutors charged Oskar Brandel, 45, with threatening to burn the mill.",
                   "burn the mill"),
        std::tuple("en", "The miller accused Oskar Brandel of threatening to burn the mill.",
                   "burn the mill"),
        std::tuple("fr", "La police a arrêté Oskar Brandel pour avoir menacé de brûler le moulin.",
                   "brûler le moulin"),
        std::tuple("es", "La policía detuvo a Oskar Brandel por amenazar con quemar el molino.",
                   "quemar el molino"),
        std::tuple("pt", "A polícia deteve Oskar Brandel por ameaçar queimar o moinho.",
                   "queimar o moinho")}) {
    EXPECT_EQ(threatener_in(language, text, part), "Oskar Brandel") << text;
  }
}

TEST(ChargedPerson, IsTheSubjectOfAPassive) {
  EXPECT_EQ(threatener_in(
                "en", "The miller said Oskar Brandel was accused of threatening to burn the mill.",
                "burn the mill"),
            "Oskar Brandel");
}

TEST(ChargedPerson, IsNobodyWhomADeedOfTheSubjectStrikes) {
  for (const auto& [language, text, part] :
       {std::tuple("en", "Oskar Brandel scared the miller by threatening to burn the mill.",
                   "burn the mill"),
        std::tuple("en", "Oskar Brandel apologised to the miller for threatening to burn the mill.",
                   "burn the mill"),
        std::tuple("fr", "Oskar Brandel a appelé le meunier pour menacer de brûler le moulin.",
                   "brûler le moulin")}) {
    EXPECT_EQ(threatener_in(language, text, part), "Oskar Brandel") << text;
  }
}

TEST(ChargedPerson, IsNotWhoHearsHim) {
  EXPECT_EQ(
      threatener_in("en", "Oskar Brandel was heard by neighbours threatening to burn the mill.",
                    "burn the mill"),
      "Oskar Brandel");
}

TEST(RetoldKilling, IsReadWithinWhatACourtHeard) {
  const std::string text =
      "The court heard that Oskar Brandel had told his wife he would kill her.";
  EXPECT_EQ(threatener_in("en", text, "would kill her"), "Oskar Brandel");
  EXPECT_EQ(threat_in("en", text, "would kill her"), model::ThreatClass::Violent);
}

TEST(Indirect, ReadsAThreatWhoseModalComesLast) {
  const model::Quotation quotation = quotation_with(
      read_in("de", "Brandel ist angeklagt, weil er der Müllerin mit dem Tod gedroht haben soll."),
      "Tod");
  EXPECT_EQ(quotation.report_status, model::ReportStatus::Alleged);
}

TEST(ChargedPerson, IsWhomAComplaintIsAgainst) {
  EXPECT_EQ(
      threatener_in(
          "en", "Ilse Morant filed a complaint against Oskar Brandel for threatening to kill her.",
          "kill her"),
      "Oskar Brandel");
  EXPECT_EQ(
      threatener_in("fr",
                    "Le tribunal a reconnu Oskar Brandel coupable d'avoir menacé de brûler le "
                    "moulin.",
                    "brûler le moulin"),
      "Oskar Brandel");
  EXPECT_EQ(
      threatener_in("pt", "Ilse Morant denunciou Oskar Brandel por ameaçar matá-la.", "matá-la"),
      "Oskar Brandel");
}

TEST(ChargedPerson, IsNobodyWhereOneOfTwoAccusesInGerman) {
  EXPECT_EQ(
      threatener_in("de", "Die Richterin warf Oskar Brandel vor, ihr mit dem Tod gedroht zu haben.",
                    "Tod"),
      "?");
  EXPECT_EQ(threatener_in("de", "Oskar Brandel gestand der Müllerin, mit dem Tod gedroht zu haben.",
                          "dem Tod"),
            "Oskar Brandel");
}

TEST(ChargedPerson, IsThePersonWhereABodyAccuses) {
  EXPECT_EQ(
      threatener_in("de",
                    "Die Staatsanwaltschaft wirft Oskar Brandel vor, gedroht zu haben, die Mühle "
                    "anzuzünden.",
                    "die Mühle"),
      "Oskar Brandel");
}

TEST(ChargedPerson, AGerundIsTheSubjectsWhereSubjectsAreLeftOut) {
  EXPECT_EQ(
      threatener_in("es", "Oskar Brandel siguió a la alcaldesa amenazando con matarla.", "matarla"),
      "Oskar Brandel");
}

}  // namespace
}  // namespace dixit::parser
