#include "parser/quote/proclitics.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/built_in_knowledge.h"

namespace dixit::parser {
namespace {

// The Arabic tokens' texts parted by "|".
std::string cut(std::string_view text) {
  const Knowledge& knowledge = support::built_in_knowledge();
  const Language& arabic = *knowledge.language("ar");
  std::string printed;
  for (const Token& token :
       cut_proclitics(text, tokenize(text, arabic.joining), arabic, knowledge.entities())) {
    if (!printed.empty()) printed += '|';
    printed.append(text, token.start, token.end - token.start);
  }
  return printed;
}

TEST(CutProclitics, CutsConjunctionsAndPrepositionsOff) {
  EXPECT_EQ(cut("وقال"), "و|قال");
  EXPECT_EQ(cut("وبالقرية"), "و|ب|القرية");
  EXPECT_EQ(cut("للصيادين"), "لل|صيادين");
}

TEST(CutProclitics, KeepsWordsThatAreKnownWhole) {
  EXPECT_EQ(cut("وزير"), "وزير");
  EXPECT_EQ(cut("بعد"), "بعد");
}

TEST(CutProclitics, KeepsWordsWhoseRestIsUnknown) { EXPECT_EQ(cut("وغنزور"), "وغنزور"); }

TEST(CutProclitics, VowelMarksStayWithTheirLetter) { EXPECT_EQ(cut("وَقال"), "وَ|قال"); }

TEST(WithoutArticle, LeavesANoun) {
  const Language& arabic = *support::built_in_knowledge().language("ar");
  EXPECT_EQ(without_article("الرئيس", arabic), "رئيس");
  EXPECT_EQ(without_article("الن", arabic), "");
  EXPECT_EQ(without_article("رئيس", arabic), "");
}

}  // namespace
}  // namespace dixit::parser
