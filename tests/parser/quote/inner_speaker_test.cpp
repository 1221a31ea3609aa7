#include <gtest/gtest.h>

#include <string>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

// Who is named for the innermost words that hold `part`, "?" for nobody.
std::string source_of(std::string_view language, std::string_view text, std::string_view part) {
  const model::Quotation quotation = quotation_with(read_in(language, text), part);
  return quotation.source ? quotation.source->text : "?";
}

TEST(InnerSpeaker, IsWhomTheOuterVerbSaysToHaveSpoken) {
  EXPECT_EQ(source_of("en", "“We will burn it down,” Quill says Marlow told her.", "burn"),
            "Marlow");
  EXPECT_EQ(source_of("en", "“We will burn it down,” Quill alleges Marlow shouted.", "burn"),
            "Marlow");
  EXPECT_EQ(source_of("en", "“We will burn it down,” Quill recalled the man saying.", "burn"),
            "the man");
  EXPECT_EQ(source_of("fr", "« Nous allons tout brûler », affirme Quillard que Marloux lui a dit.",
                      "brûler"),
            "Marloux");
}

TEST(InnerSpeaker, LeavesTheOuterOneInTheChain) {
  const model::Quotation told = quotation_with(
      read_in("en", "“We will burn it down,” Tessa Quill claims Marlow wrote to her."), "burn");
  EXPECT_EQ(hops(told, model::HopRole::Witness), "Tessa Quill");
  const model::Quotation charged = quotation_with(
      read_in("en", "“We will burn it down,” prosecutors say Marlow wrote."), "burn");
  EXPECT_EQ(hops(charged, model::HopRole::Authority), "prosecutors");
}

TEST(InnerSpeaker, IsNobodyInAPassiveWithoutAgent) {
  EXPECT_EQ(source_of("en", "“We will burn it down,” Quill said she was told.", "burn"), "?");
  const model::Quotation painted = quotation_with(
      read_in("en", "“We will burn it down” was written on the barn, Tessa Quill said."), "burn");
  EXPECT_FALSE(painted.source);
  EXPECT_EQ(hops(painted, model::HopRole::Witness), "Tessa Quill");
}

TEST(InnerSpeaker, StandsNextToTheWordsBeforeAColon) {
  EXPECT_EQ(source_of("en", "Quill told police the robbers said: “We will burn it down.”", "burn"),
            "the robbers");
  EXPECT_EQ(source_of("en", "Ed Moss denied his client had said: “I will burn it down.”", "burn"),
            "his client");
  EXPECT_EQ(
      source_of("en", "Prosecutors accuse Anton Grell of writing: “I will burn it down.”", "burn"),
      "Anton Grell");
  EXPECT_EQ(
      source_of("en", "Tessa Quill said the caller's words were: “I will burn it down.”", "burn"),
      "the caller");
  EXPECT_EQ(source_of("de",
                      "Anja Prütt berichtete vor Gericht, ihr Exmann habe gesagt: „Ich werde "
                      "alles niederbrennen.“",
                      "niederbrennen"),
            "ihr Exmann");
  EXPECT_EQ(source_of("es", "Ana Quiroga contó que el hombre gritó: «Te voy a matar».", "matar"),
            "el hombre");
  EXPECT_EQ(source_of("pt", "Ana Quiroga contou que o homem gritou: «Vou matar-te».", "matar"),
            "o homem");
}

TEST(InnerSpeaker, IsHeardByWhoeverTellsOfHim) {
  EXPECT_EQ(source_of("en", "In the call, Quill hears a man say: “I will burn it down.”", "burn"),
            "a man");
  EXPECT_EQ(
      source_of("en", "Amy Poole, who was in the shop, heard him shout “I will burn it down”.",
                "burn"),
      "?");
}

TEST(InnerSpeaker, IsNotACourtThatHears) {
  EXPECT_EQ(source_of("en", "“We will burn it down,” the court heard.", "burn"), "?");
  EXPECT_EQ(
      source_of("en", "“I will burn it down,” the jury heard Pruitt say in the recording.", "burn"),
      "Pruitt");
  EXPECT_EQ(source_of("en",
                      "The jury heard that Dale Pruitt sent his former wife a message saying: “I "
                      "will burn it down.”",
                      "burn"),
            "Dale Pruitt");
  EXPECT_EQ(source_of("en",
                      "The court was told Pruitt sent a text that read: “I will burn it "
                      "down.”",
                      "burn"),
            "?");
}

TEST(InnerSpeaker, StandsInAClauseThatIsReportedItself) {
  EXPECT_EQ(source_of("en",
                      "Alan Tate told his neighbour Ruth Gill he would “poison her dog”, Gill's "
                      "sister Emma said.",
                      "poison"),
            "Alan Tate");
}

TEST(InnerSpeaker, IsNotCitedWithAPostposition) {
  EXPECT_EQ(source_of("de", "Paul Rau zufolge sagte Karl Borel: „Wir werden alles niederbrennen.“",
                      "niederbrennen"),
            "Karl Borel");
  EXPECT_EQ(source_of("de",
                      "Dunns Anwalt Peter Hale zufolge lautete die Nachricht: „Ich werde alles "
                      "niederbrennen.“",
                      "niederbrennen"),
            "die Nachricht");
}

TEST(InnerSpeaker, IsNoneWhereTheVerbHasWordsOfItsOwnOrStandsApart) {
  EXPECT_EQ(
      source_of("en", "“We will not pay,” said Quill, who says Marlow told her nothing.", "pay"),
      "Quill");
  EXPECT_EQ(source_of("en", "“He did not pay,” Quill said after Marlow left.", "pay"), "Quill");
  EXPECT_EQ(source_of("en", "“Very good,” Quill said when Marlow asked her a question.", "good"),
            "Quill");
  EXPECT_EQ(source_of("en", "Quill said the mayor was wrong: “He lied to all of us.”", "lied"),
            "Quill");
  EXPECT_EQ(source_of("en", "“We will leave soon,” the court said.", "leave"), "the court");
}

}  // namespace
}  // namespace dixit::parser
