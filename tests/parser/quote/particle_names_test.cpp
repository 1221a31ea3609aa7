#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

// The source of the words with `part` as printed, and the name it was resolved to.
std::string source_in(std::string_view language, std::string_view text, std::string_view part) {
  const auto quotation = quotation_with(read_in(language, text), part);
  if (!quotation.source) return "";
  return quotation.source->text + " = " + quotation.source->name;
}

TEST(ParticleNames, MayOpenWithASmallLetter) {
  EXPECT_EQ(source_in("en", "“We will be back,” al-Hadid said in a statement.", "be back"),
            "al-Hadid = al-Hadid");
  EXPECT_EQ(source_in("en", "“We will be back,” warned bin Qasim.", "be back"),
            "bin Qasim = bin Qasim");
  EXPECT_EQ(source_in("en", "Ann van der Meer came. “We go,” van der Meer said.", "We go"),
            "van der Meer = Ann van der Meer");
  EXPECT_EQ(source_in("fr", "« Nous reviendrons », a déclaré al-Hadid.", "reviendrons"),
            "al-Hadid = al-Hadid");
}

TEST(ParticleNames, OpenWithAWordOfTheLanguageWhereTheTextHasThemInFull) {
  EXPECT_EQ(source_in("de", "Petra von der Aue kam. „Wir gehen bald“, sagte von der Aue.", "gehen"),
            "von der Aue = Petra von der Aue");
  EXPECT_EQ(source_in("es", "Juan de la Torre llegó. «Nos iremos», dijo de la Torre.", "iremos"),
            "de la Torre = Juan de la Torre");
  EXPECT_EQ(source_in("de", "Sie kam spät. „Wir gehen bald“, sagte sie von der Bühne.", "gehen"),
            "sie = ");
}

TEST(ParticleNames, MayBeAccountsAndFirms) {
  EXPECT_EQ(source_in("en", "“We will be back,” @reedbrigade wrote on Monday.", "be back"),
            "@reedbrigade = @reedbrigade");
  EXPECT_EQ(source_in("en", "“We will be back,” said eReed.", "be back"), "eReed = eReed");
}

TEST(ParticleNames, AreNotEveryWordWithAHyphen) {
  EXPECT_EQ(source_in("en", "The pro-Corvina group said: “We will be back.”", "be back"),
            "The pro-Corvina group = The pro-Corvina group");
}

// Whoever is named so is threatener or threatened as others are.
TEST(ParticleNames, AreNobodyElse) {
  const auto document =
      read_in("en", "Officials said al-Hadid threatened to kill the mayor of Hallowmere.");
  EXPECT_EQ(quotation_with(document, "kill the mayor").source->text, "al-Hadid");
}

// What is no name that can be read leaves its verb without a subject.
TEST(ParticleNames, AreNotHandedToWhoReportsThem) {
  const auto document = read_in("en", "Officials said 3M threatened to burn the mill.");
  EXPECT_FALSE(quotation_with(document, "burn the mill").source);
}

// As the entities' list spells them.
TEST(ParticleNames, AreKnownEntities) {
  const auto spoken = quotation_with(
      read_in("en", "“We will strike them,” al-Qaeda said in a statement."), "strike");
  ASSERT_TRUE(spoken.source);
  EXPECT_EQ(spoken.source->entity, "al-qaeda");
  const auto told = quotation_with(
      read_in("de", "Berlin (dpa) - „Wir kommen wieder“, sagte Jan Borel."), "kommen");
  EXPECT_EQ(hops(told, model::HopRole::Agency), "dpa");
}

}  // namespace
}  // namespace dixit::parser
