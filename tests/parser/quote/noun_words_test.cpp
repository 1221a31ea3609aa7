#include <gtest/gtest.h>

#include <string>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

std::string source_of(std::string_view language, std::string_view text, std::string_view part) {
  const model::Quotation quotation = quotation_with(read_in(language, text), part);
  return quotation.source ? quotation.source->text : "?";
}

TEST(NounWords, AreTheOwnersAndNotWhoeverSpeaksOfThem) {
  const std::string burn = "burn our cities";
  EXPECT_EQ(source_of("en", "Ilse Braun condemned Hatta's threat to “burn our cities”.", burn),
            "Hatta");
  EXPECT_EQ(source_of("en", "Braun responded to General Hatta's vow to “burn our cities”.", burn),
            "General Hatta");
  EXPECT_EQ(
      source_of("en", "Braun dismissed Hatta's warning that he “will burn our cities”.", burn),
      "Hatta");
  EXPECT_EQ(source_of("en", "Braun recalled Hatta's words: “We will burn your cities.”", "burn"),
            "Hatta");
  EXPECT_EQ(source_of("en",
                      "Asked about Hatta's threat to “burn our cities”, Braun said she was not "
                      "afraid.",
                      burn),
            "Hatta");
  EXPECT_EQ(source_of("es", "Ana Quiroga rechazó la amenaza de Marcos Lobo de «quemar el granero».",
                      "quemar"),
            "Marcos Lobo");
  EXPECT_EQ(source_of("pt", "Ana Quiroga rejeitou a ameaça de Marcos Lobo de «queimar o celeiro».",
                      "queimar"),
            "Marcos Lobo");
}

TEST(NounWords, AreOwnedByANameThatItsFormAloneMarks) {
  EXPECT_EQ(
      source_of("de", "Eva Lind kritisierte Karl Borels Drohung, „die Stadt niederzubrennen“.",
                "Stadt"),
      "Karl Borels");
  EXPECT_EQ(source_of("de",
                      "Eva Lind wies die Drohung Karl Borels zurück, er werde „die Stadt "
                      "niederbrennen“.",
                      "Stadt"),
            "Karl Borels");
}

TEST(NounWords, AreNobodysWhereNoOwnerIsNamed) {
  EXPECT_EQ(source_of("en", "Braun described the threat to “burn our cities” as absurd.", "burn"),
            "?");
  EXPECT_EQ(source_of("en",
                      "Officer Ian Locke says he lives in fear after threats such as “we will burn "
                      "your house”.",
                      "burn"),
            "?");
}

TEST(NounWords, OfAPossessiveNameNobodyWhereTwoMayBeMeant) {
  const model::Quotation quotation = quotation_with(
      read_in("en", "Tom Braun asked Paul Hatta to explain his threat to “burn our cities”."),
      "burn");
  ASSERT_TRUE(quotation.source);
  EXPECT_EQ(quotation.source->name, "");
}

TEST(NounWords, AreTheSpeakersWhereHeAnswersTheNoun) {
  EXPECT_EQ(
      source_of("en", "Quill answered Marlow's claim: “That is not what happened.”", "happened"),
      "Quill");
  EXPECT_EQ(source_of("en", "Quill said in Marlow's speech there was “nothing new at all”.", "new"),
            "Quill");
}

}  // namespace
}  // namespace dixit::parser
