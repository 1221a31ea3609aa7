#include "parser/text/tokens.h"

#include <gtest/gtest.h>

#include <string>

namespace dixit::parser {
namespace {

const JoiningRules kRules{.elisions = {"jusqu'", "qu'", "l'", "d'"},
                          .enclitics = {"-t-il", "-il", "'s"}};

// The tokens' texts parted by "|".
std::string cut(std::string_view text) {
  std::string printed;
  for (const Token& token : tokenize(text, kRules)) {
    if (!printed.empty()) printed += '|';
    printed.append(text, token.start, token.end - token.start);
  }
  return printed;
}

TEST(Tokenize, CutsElisionsAndEncliticsOff) {
  EXPECT_EQ(cut("l’homme qu'il a vu, dit-il"), "l’|homme|qu'|il|a|vu|,|dit|-il");
  EXPECT_EQ(cut("a-t-il dit"), "a|-t-il|dit");
  EXPECT_EQ(cut("The mayor's house"), "The|mayor|'s|house");
  EXPECT_EQ(cut("jusqu'à"), "jusqu'|à");
}

TEST(Tokenize, KeepsWordsThatOnlyLookJoined) {
  EXPECT_EQ(cut("porte-parole d'al-Qaïda"), "porte-parole|d'|al-Qaïda");
  EXPECT_EQ(cut("aujourd'hui"), "aujourd'hui");
  EXPECT_EQ(cut("@zorbal #paix"), "@zorbal|#paix");
}

TEST(Tokenize, ReadsNumbersAndInitials) {
  EXPECT_EQ(cut("1.500 euros, 3,5 %"), "1.500|euros|,|3,5|%");
  EXPECT_EQ(cut("the U.S. army."), "the|U.S.|army|.");
}

TEST(Tokenize, NotesCaseAndSpace) {
  const std::vector<Token> tokens = tokenize("Le GIGN «part»", kRules);
  ASSERT_EQ(tokens.size(), 5U);
  EXPECT_TRUE(tokens[0].capitalised);
  EXPECT_FALSE(tokens[0].all_caps);
  EXPECT_TRUE(tokens[1].all_caps);
  EXPECT_TRUE(tokens[2].space_before);
  EXPECT_FALSE(tokens[3].space_before);
}

TEST(FoldWord, LevelsCaseApostrophesAndArabicVowels) {
  EXPECT_EQ(fold_word("L’ÉTAT"), "l'état");
  EXPECT_EQ(fold_word("قَالَ"), "قال");
  EXPECT_EQ(fold_word("قـال"), "قال");
  EXPECT_EQ(strip_diacritics("l'état"), "l'etat");
}

}  // namespace
}  // namespace dixit::parser
