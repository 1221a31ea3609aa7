#include "parser/text/fold.h"

#include <gtest/gtest.h>

namespace dixit::parser {
namespace {

TEST(Fold, MakesSpellingsOfTheSameWordsEqual) {
  EXPECT_EQ(fold("JANVIER"), "janvier");
  EXPECT_EQ(fold("Été"), "ete");
  EXPECT_EQ(fold("e\u0301te\u0301"), "ete");
  EXPECT_EQ(fold("STRASSE"), fold("Straße"));
  EXPECT_EQ(fold("Ιούλιος"), fold("ΙΟΎΛΙΟΣ"));
  EXPECT_EQ(fold("ﬁn"), "fin");
  EXPECT_EQ(fold("كَتَبَ"), "كتب");
}

TEST(Fold, KeepsWhatHasNoCase) {
  EXPECT_EQ(fold("日本 42!"), "日本 42!");
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold("a\xFF"), "a\uFFFD");
}

TEST(Fold, IsIdempotent) {
  for (const std::string_view text : {"ÉCOLE", "İstanbul", "Ǆ", "ẞ", "ΌΣΟΣ"}) {
    EXPECT_EQ(fold(fold(text)), fold(text));
  }
}

}  // namespace
}  // namespace dixit::parser
