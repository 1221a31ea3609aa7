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

TEST(MenaceOwner, IsTheSubjectOfItsRelativeClause) {
  EXPECT_EQ(source_of("fr",
                      "Courlis enquête avec la police sur des menaces qu'aurait lancées le groupe "
                      "de la Brigade du Sel contre le réseau.",
                      "contre le réseau"),
            "le groupe de la Brigade du Sel");
}

TEST(MenaceOwner, IsNotWhoeverTheSentenceIsAbout) {
  const std::string text = "The mayor condemned the threat to burn the archive of Hallowmere.";
  EXPECT_EQ(source_of("en", text, "burn the archive"), "?");
}

TEST(MenaceOwner, IsNamedByAGenitive) {
  const std::string text = "The mayor condemned the Salt Brigade's threat to burn the archive.";
  EXPECT_EQ(source_of("en", text, "burn the archive"), "the Salt Brigade");
}

TEST(ColonLabel, OfAStateNamesNoSpeaker) {
  for (const model::Quotation& quotation :
       read_in("en", "United States: the bridge of Carsk will stay open.").quotations) {
    EXPECT_FALSE(quotation.source) << quotation.text;
  }
}

}  // namespace
}  // namespace dixit::parser
