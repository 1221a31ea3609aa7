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

TEST(MenaceOwner, IsTheAgentOfItsParticiple) {
  EXPECT_EQ(
      source_of("en", "Courlis looks into the threat made by the Salt Brigade to burn its archive.",
                "burn its archive"),
      "the Salt Brigade");
}

TEST(MenaceOwner, IsNotWhoeverTheSentenceIsAbout) {
  const std::string text = "The mayor condemned the threat to burn the archive of Hallowmere.";
  EXPECT_EQ(source_of("en", text, "burn the archive"), "?");
}

TEST(MenaceOwner, IsNotWhoeverLooksIntoTheThreat) {
  for (const model::Quotation& quotation :
       read_in("fr",
               "La police examine la menace qu'a lancée la Brigade du Sel de brûler la ville.")
           .quotations) {
    EXPECT_FALSE(quotation.source && quotation.source->text.find("police") != std::string::npos)
        << quotation.text;
  }
}

TEST(MenaceOwner, IsNamedByAGenitive) {
  const std::string text = "The mayor condemned the Salt Brigade's threat to burn the archive.";
  EXPECT_EQ(source_of("en", text, "burn the archive"), "the Salt Brigade");
}

TEST(MenaceOwner, HasNoDeedInASmallWordThatEndsAsAVerbDoes) {
  for (const model::Quotation& quotation :
       read_in("fr", "Le règlement du réseau Courlis interdit les menaces entre abonnés.")
           .quotations) {
    ADD_FAILURE() << quotation.text;
  }
}

TEST(ColonLabel, OfAStateNamesNoSpeaker) {
  for (const model::Quotation& quotation :
       read_in("en", "United States: the bridge of Carsk will stay open.").quotations) {
    EXPECT_FALSE(quotation.source) << quotation.text;
  }
}

TEST(MenaceOwner, WhenThreatsWereMadeIsNotWhatIsThreatened) {
  for (const model::Quotation& quotation :
       read_in("fr",
               "La ville examine des menaces qu'aurait diffusées un groupe armé après la fermeture "
               "de milliers de comptes.")
           .quotations) {
    EXPECT_FALSE(quotation.text.starts_with("après")) << quotation.text;
  }
}

}  // namespace
}  // namespace dixit::parser
