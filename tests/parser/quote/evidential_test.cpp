#include <gtest/gtest.h>

#include <tuple>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

using model::Evidential;

TEST(Evidential, PlainReportIsAsserted) {
  const auto document =
      read_in("fr", "«Le pont restera ouvert cet hiver», a déclaré le maire Hector Valdoise.");
  EXPECT_EQ(quotation_with(document, "pont").evidential, Evidential::Asserted);
}

TEST(Evidential, FrenchConditionalOfTheCueHedges) {
  const auto document =
      read_in("fr", "«Le pont restera ouvert cet hiver», aurait déclaré le maire Hector Valdoise.");
  EXPECT_EQ(quotation_with(document, "pont").evidential, Evidential::Hedged);
}

TEST(Evidential, AHedgingAdverbBesideTheCueHedges) {
  const auto document =
      read_in("en", "“The bridge will stay open,” Mayor Hector Valdoise allegedly said.");
  EXPECT_EQ(quotation_with(document, "bridge").evidential, Evidential::Hedged);
}

TEST(Evidential, ALaterDenialBySpeakerDenies) {
  const auto document = read_in(
      "fr",
      "«Je brûlerai ce hangar», a lancé Hector Valdoise.\n\nHector Valdoise nie avoir tenu ces "
      "propos.");
  EXPECT_EQ(quotation_with(document, "hangar").evidential, Evidential::Denied);
}

TEST(Evidential, ADenialOfSomethingElseIsNoDenialOfTheWords) {
  const auto document = read_in(
      "en",
      "“I will burn this barn,” Hector Valdoise said.\n\nHector Valdoise denies any role in the "
      "crash.");
  EXPECT_EQ(quotation_with(document, "barn").evidential, Evidential::Asserted);
}

TEST(Evidential, WhoDeniesAChargeDoesNotDenyWhatHeToldTheReporter) {
  const auto document = read_in(
      "en", "“I love this town,” Hector Valdoise said.\n\nHector Valdoise denies the charges.");
  EXPECT_EQ(quotation_with(document, "town").evidential, Evidential::Asserted);
}

TEST(Evidential, TheAccusedDeniesWhatOthersReportOfHim) {
  const auto document = read_in(
      "fr",
      "«Je brûlerai ce hangar», aurait lancé Hector Valdoise à un voisin.\n\nSon avocat dément "
      "les faits.");
  EXPECT_EQ(quotation_with(document, "hangar").evidential, Evidential::Denied);
}

TEST(Evidential, AGroupsSpokesmanDeniesItsMessage) {
  const auto document = read_in(
      "en",
      "A letter purportedly signed by the Salt Brigade was sent to the mayor. “The next one will "
      "burn,” it read. The group's spokesman, Karl Dorn, denied that it had sent the letter.");
  EXPECT_EQ(quotation_with(document, "next one").evidential, Evidential::Denied);
}

TEST(Evidential, ADenialOfAnUnnamedMansWordsDoesNotReachBackOverThePage) {
  const auto document = read_in(
      "en",
      "“Leave now or burn,” the men shouted, according to a resident.\n\nThe road was closed."
      "\n\nThe bridge was closed.\n\nHector Valdoise denies making threats.");
  EXPECT_EQ(quotation_with(document, "Leave").evidential, Evidential::Asserted);
}

TEST(Evidential, AnothersDenialIsNotTheSpeakers) {
  const auto document =
      read_in("fr",
              "«Je brûlerai ce hangar», a lancé Hector Valdoise.\n\nIlse Morant nie avoir tenu ces "
              "propos.");
  EXPECT_EQ(quotation_with(document, "hangar").evidential, Evidential::Asserted);
}

TEST(Evidential, ExpertsWhoDoubtAMessageDisputeIt) {
  const auto document = read_in(
      "fr",
      "«Le port brûlera», proclame la milice du Sel dans un communiqué.\n\nPlusieurs experts "
      "doutent de l'authenticité du texte.");
  const auto quotation = quotation_with(document, "port");
  EXPECT_EQ(quotation.evidential, Evidential::Disputed);
  EXPECT_EQ(quotation.authentication.status, model::AuthenticationStatus::Contested);
  EXPECT_EQ(quotation.authentication.by, "Plusieurs experts");
}

TEST(Evidential, AMessageNobodyCouldVerifyIsStillAsserted) {
  const auto document =
      read_in("en",
              "“The port will burn,” the Salt Brigade said in a video.\n\nThe footage could not be "
              "independently verified.");
  const auto quotation = quotation_with(document, "port");
  EXPECT_EQ(quotation.evidential, Evidential::Asserted);
  EXPECT_EQ(quotation.authentication.status, model::AuthenticationStatus::Unverified);
}

TEST(Evidential, AnAllegedIdentityOfTheSourceHedges) {
  const auto document = read_in(
      "es",
      "«El puerto arderá», advierte Hector Valdoise, presunto cabecilla de la banda del Almendro.");
  EXPECT_EQ(quotation_with(document, "puerto").evidential, Evidential::Hedged);
}

TEST(Evidential, SaidToHaveSaidHedges) {
  const auto document =
      read_in("en", "“Lovely old barn,” Hector Valdoise is said to have told the farmer.");
  EXPECT_EQ(quotation_with(document, "barn").evidential, Evidential::Hedged);
}

TEST(Evidential, AReportedModalHedgesInGerman) {
  const auto document =
      read_in("de", "Hector Valdoise soll gesagt haben: „Dann brennt der Hof im Tal.“");
  EXPECT_EQ(quotation_with(document, "Hof").evidential, Evidential::Hedged);
}

TEST(Evidential, WordsAttributedToSomebodyAreHedged) {
  const auto document = read_in(
      "en",
      "The words “We will strike your offices”, attributed to the Reed Brigade, were copied.");
  const auto quotation = quotation_with(document, "strike");
  EXPECT_EQ(quotation.evidential, Evidential::Hedged);
  EXPECT_EQ(quotation.report_status, model::ReportStatus::Alleged);
  for (const auto& other : document.quotations) EXPECT_NE(other.text, "were copied");
}

// A denied threat was taken for one that the report vouches for.
TEST(Evidential, ADenialThatHoldsTheThreatDenies) {
  for (const auto& [language, text, part] :
       {std::tuple("en", "Hector Valdoise denied that he had threatened to burn the barn.",
                   "burn the barn"),
        std::tuple("en", "Hector Valdoise denies having threatened to burn the barn.",
                   "burn the barn"),
        std::tuple("fr", "Hector Valdoise nie avoir menacé de brûler la grange.",
                   "brûler la grange"),
        std::tuple("de", "Hector Valdoise bestritt, gedroht zu haben, die Scheune anzuzünden.",
                   "die Scheune anzuzünden"),
        std::tuple("es", "Hector Valdoise negó haber amenazado con quemar el granero.",
                   "quemar el granero"),
        std::tuple("pt", "Hector Valdoise negou ter ameaçado queimar o celeiro.",
                   "queimar o celeiro")}) {
    const model::Quotation quotation = quotation_with(read_in(language, text), part);
    EXPECT_EQ(quotation.evidential, Evidential::Denied) << text;
    EXPECT_EQ(quotation.threat.threat_class, model::ThreatClass::Violent) << text;
  }
}

TEST(Evidential, ADenialBesideAThreatDeniesAnother) {
  for (const char* text :
       {"Hector Valdoise denied the theft but threatened to burn the barn.",
        "Hector Valdoise did not deny that he had threatened to burn the barn."}) {
    EXPECT_EQ(quotation_with(read_in("en", text), "burn the barn").evidential, Evidential::Asserted)
        << text;
  }
}

TEST(Evidential, ADenialThatTakesTheThreatUpDenies) {
  for (const auto& [language, text, part] :
       {std::tuple("en",
                   "Police say Oskar Brandel threatened to burn the barn, a charge he denies.",
                   "burn the barn"),
        std::tuple("fr",
                   "Oskar Brandel est accusé d'avoir menacé de brûler la grange, ce qu'il nie.",
                   "brûler la grange"),
        std::tuple("de",
                   "Oskar Brandel soll gedroht haben, die Scheune anzuzünden, was er bestreitet.",
                   "die Scheune")}) {
    EXPECT_EQ(quotation_with(read_in(language, text), part).evidential, Evidential::Denied) << text;
  }
  EXPECT_EQ(quotation_with(read_in("en",
                                   "Oskar Brandel threatened to burn the barn of the miller, who "
                                   "denied the theft."),
                           "burn the barn")
                .evidential,
            Evidential::Asserted);
}

}  // namespace
}  // namespace dixit::parser
