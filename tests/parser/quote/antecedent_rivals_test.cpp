#include <gtest/gtest.h>

#include <string>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

// The name that the source of the words that hold `part` is resolved to.
std::string name_of(std::string_view language, std::string_view text, std::string_view part) {
  const model::Quotation quotation = quotation_with(read_in(language, text), part);
  return quotation.source ? quotation.source->name : "?";
}

TEST(AntecedentRivals, LeaveAPronounOpenWhereAnotherActsLater) {
  EXPECT_EQ(name_of("en",
                    "Kate Farrow was walking home when Liam Stote stopped her. “I'm going to burn "
                    "your house,” he said.",
                    "burn"),
            "");
  EXPECT_EQ(
      name_of("en", "Tom Reed said a man had called. “I will burn your house,” he said.", "burn"),
      "");
  EXPECT_EQ(
      name_of("fr",
              "Paul Réau sortait de la mairie quand Jean Borel l'a abordé. « Je vais te tuer », "
              "a-t-il crié.",
              "tuer"),
      "");
}

// Whoever reports somebody for a threat may be the one who was threatened.
TEST(AntecedentRivals, LeaveAPronounOpenInTheReasonOfADeed) {
  EXPECT_EQ(name_of("en", "Ida Farrow reported Liam Stote because he had threatened to kill her.",
                    "kill her"),
            "");
  EXPECT_EQ(name_of("de", "Ida Farrow zeigte Karl Borel an, weil er gedroht hatte, sie zu töten.",
                    "zu töten"),
            "");
  EXPECT_EQ(name_of("fr", "Paul Réau a dénoncé Jean Borel parce qu'il avait menacé de le tuer.",
                    "le tuer"),
            "");
  EXPECT_EQ(name_of("en", "Police arrested Liam Stote after he threatened to kill the mayor.",
                    "kill the mayor"),
            "Liam Stote");
}

TEST(AntecedentRivals, LeaveAPronounOpenWhereTheWordsAreToldToOneOfTwo) {
  EXPECT_EQ(
      name_of("en", "Ross Kale arrested a man. “I will burn your house,” he told him.", "burn"),
      "");
  EXPECT_EQ(
      name_of("fr", "Luc Marloux a croisé Paul Quillard. « Je vais te tuer », lui a-t-il dit.",
              "tuer"),
      "");
  EXPECT_EQ(
      name_of("de", "Karl Borel traf Paul Rau im Rathaus. „Ich werde dich töten“, sagte er ihm.",
              "töten"),
      "");
}

TEST(AntecedentRivals, SpeakWhereTheWordsAreToldToTheAntecedent) {
  EXPECT_EQ(name_of("en",
                    "Sergeant Ross Kale arrested Bill Dorn. “I will burn your house,” he told the "
                    "sergeant.",
                    "burn"),
            "Bill Dorn");
}

TEST(AntecedentRivals, LeaveOpenWhoSpeaksAfterADeedOrAQuestion) {
  EXPECT_EQ(
      name_of("en",
              "Mayor Tom Reed was threatened by Bill Dorn in a bar. “I will burn your house,” "
              "he said.",
              "burn"),
      "");
  EXPECT_EQ(
      name_of("en", "Reporter Paul Winter asked Bill Dorn why. “It was late,” he replied.", "late"),
      "");
}

TEST(AntecedentRivals, YieldToWhoeverTheSentenceIsAbout) {
  EXPECT_EQ(
      name_of("en", "Mayor Tom Reed said Bill Dorn was wrong. “He is a fool,” he said.", "fool"),
      "Mayor Tom Reed");
  EXPECT_EQ(
      name_of("en", "Bill Dorn attacked Tom Reed in a bar. “I will burn your house,” he said.",
              "burn"),
      "Bill Dorn");
  EXPECT_EQ(
      name_of("en", "Mayor Tom Reed opened the hall. “It is a good day,” he told them.", "day"),
      "Mayor Tom Reed");
  EXPECT_EQ(
      name_of("de", "Karl Marl traf Anna Quell im Hafen. „Der Hafen ist offen“, sagte er ihr.",
              "Hafen ist"),
      "Karl Marl");
}

TEST(Antecedent, IsWhoeverWasNamedLastForTheLatter) {
  EXPECT_EQ(name_of("de",
                    "Bürgermeister Karl Marl beschuldigt Paul Quell. Dieser sagte: „Der Hafen ist "
                    "offen.“",
                    "Hafen"),
            "Paul Quell");
  EXPECT_EQ(name_of("fr",
                    "Le maire Luc Marloux accuse Paul Quillard. Celui-ci a dit : « Le port est "
                    "ouvert. »",
                    "port"),
            "Paul Quillard");
}

TEST(Antecedent, IsNobodyWhomAPrepositionNamesInThePronounsOwnClause) {
  EXPECT_EQ(name_of("en",
                    "In a letter to Amy Poole, seen by the Gazette, he wrote: “I will burn your "
                    "house.”",
                    "burn"),
            "");
}

TEST(Antecedent, IsNoBodyThatShowedTheMessage) {
  EXPECT_EQ(name_of("en", "The BBN aired a recording. “We will burn your house,” it says.", "burn"),
            "");
  EXPECT_EQ(
      name_of("en",
              "The editor of the Lake Herald, Paul Winter, showed reporters the note. “We will "
              "burn your house,” it said.",
              "burn"),
      "");
}

TEST(NamedDescription, IsNotNamedByWhoeverAPrepositionNamesBeforeIt) {
  EXPECT_EQ(
      name_of("en", "In the call, recorded by Reed, a man says: “I will burn your house.”", "burn"),
      "a man");
}

}  // namespace
}  // namespace dixit::parser
