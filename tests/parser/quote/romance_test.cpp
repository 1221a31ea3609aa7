#include <gtest/gtest.h>

#include <string>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

// The source of the quotation that holds `part`, "" when it has none.
std::string speaker(std::string_view language, std::string_view text, std::string_view part) {
  const model::Quotation quotation = quotation_with(read_in(language, text), part);
  return quotation.source ? quotation.source->text : "";
}

TEST(Spanish, SourcePrepositionBeforeAVerbIsAConjunction) {
  EXPECT_EQ(
      speaker(
          "es",
          "Según contó Larrondo ante la lonja, el faro del norte «lleva tres inviernos sin luz».",
          "inviernos"),
      "Larrondo");
  EXPECT_EQ(speaker("es", "«Las redes nuevas llegan en barco», según declaró Iturbe.", "redes"),
            "Iturbe");
}

TEST(Spanish, VerbAfterTheWordsTakesWhoOpensTheSentence) {
  EXPECT_EQ(
      speaker(
          "es",
          "El pescador Iturbe guarda las redes hasta mayo, «porque el mar viene muy frío», indicó.",
          "frío"),
      "El pescador Iturbe");
}

TEST(Spanish, DependentVerbSharesTheSubjectAfterTheWords) {
  EXPECT_EQ(speaker("es",
                    "Tras recordar que el faro «no alumbra a nadie desde enero», Miguel Larrondo "
                    "pidió una grúa.",
                    "alumbra"),
            "Miguel Larrondo");
}

TEST(Spanish, RelativeClauseThatHasEndedReportsNothing) {
  EXPECT_EQ(speaker("es",
                    "El alcalde Larrondo explicó que, con la grúa que prometió, levantará «cada "
                    "piedra que cayó al muelle».",
                    "piedra"),
            "El alcalde Larrondo");
}

TEST(Spanish, VerbWithAClauseOfItsOwnDoesNotReportWhatStandsBefore) {
  EXPECT_EQ(speaker("es",
                    "Larrondo, quien contó que duerme «junto al faro desde enero», dijo que el "
                    "puerto abre hoy.",
                    "junto"),
            "quien");
}

TEST(Spanish, VerbAfterAnAdjectiveIsNoNoun) {
  EXPECT_EQ(speaker("es",
                    "El marinero jubilado recordó que vendía «sardinas en cada esquina del "
                    "puerto». La feria terminó tarde y los vecinos volvieron a casa.",
                    "sardinas"),
            "El marinero jubilado");
}

TEST(Spanish, YearBeforeARelativeClauseIsSkipped) {
  EXPECT_EQ(speaker("es",
                    "El pueblo recibió a Inés Larrondo, guardiana del barco Gaviota 7, quien contó "
                    "que «ninguna ola pudo con la proa».",
                    "ola"),
            "quien");
}

TEST(Spanish, WhoRelaysAThreatDoesNotMakeIt) {
  const model::Quotation quotation =
      quotation_with(read_in("es",
                             "El cabecilla habría amenazado con «quemar la lonja con todos "
                             "dentro», según fuentes policiales."),
                     "quemar");
  ASSERT_TRUE(quotation.source);
  EXPECT_EQ(quotation.source->text, "El cabecilla");
  EXPECT_EQ(quotation.evidential, model::Evidential::Hedged);
}

TEST(Spanish, NameInMarksBelongsToTheNounThatTakesIt) {
  EXPECT_EQ(
      speaker("es", "El jefe de la banda «Los Remos» advierte: «Nadie abrirá la lonja este año».",
              "Nadie"),
      "El jefe de la banda «Los Remos»");
}

TEST(Spanish, LeftOutSourceIsWhoSpokeLast) {
  EXPECT_EQ(speaker("es",
                    "«La lonja cierra en mayo», dijo la alcaldesa Inés Larrondo. «No habrá otra "
                    "subasta este año», añadió.",
                    "subasta"),
            "la alcaldesa Inés Larrondo");
}

TEST(Spanish, LeftOutSourceIsWhomTheSentenceBeforeIsAbout) {
  EXPECT_EQ(speaker("es",
                    "La alcaldesa Inés Larrondo visitó la lonja con el juez. «No habrá otra "
                    "subasta este año», declaró.",
                    "subasta"),
            "La alcaldesa Inés Larrondo");
}

TEST(Spanish, PluralVerbLeavesNoSingularSourceOut) {
  EXPECT_EQ(
      speaker("es", "La alcaldesa visitó la lonja. «No habrá otra subasta este año», declararon.",
              "subasta"),
      "");
}

TEST(Spanish, RelativeClauseKeepsTheWordsItEndsWith) {
  EXPECT_EQ(
      speaker("es", "Larrondo, quien contó que duerme «junto al faro desde enero», pidió una grúa.",
              "junto"),
      "quien");
}

TEST(Portuguese, PronounAfterTheVerbIsWhomItWasToldTo) {
  EXPECT_EQ(speaker("pt", "«A rede veio cheia de areia», disse-nos o homem que remava.", "areia"),
            "o homem");
}

TEST(Portuguese, NameThatCountsTimeElsewhereIsAName) {
  EXPECT_EQ(speaker("pt", "«A doca precisa de outro portão», diz Semanas.", "doca"), "Semanas");
}

TEST(Portuguese, DemonstrativeBeforeANounIsNoPronoun) {
  EXPECT_EQ(
      speaker("pt", "«Vendi o barco por três sacos de sal», desabafa este pescador.", "sacos"),
      "este pescador");
}

TEST(Portuguese, WhomItWasToldIsNotWhoSaidIt) {
  EXPECT_EQ(
      speaker("pt", "«O farol acende outra vez em junho», disse ao PÚBLICO Lídia Sorel.", "farol"),
      "Lídia Sorel");
  EXPECT_EQ(speaker("pt",
                    "«As cordas velhas partem-se ao primeiro vento», referiu à revista «Maré Alta» "
                    "Mário Sorel, mestre do estaleiro.",
                    "cordas"),
            "Mário Sorel");
}

}  // namespace
}  // namespace dixit::parser
