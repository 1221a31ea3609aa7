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
  EXPECT_EQ(speaker("es",
                    "Según señaló Larrondo en rueda de prensa, lo más grave del plan es que «ha "
                    "sido apoyado desde el puerto».",
                    "apoyado"),
            "Larrondo");
  EXPECT_EQ(speaker("es", "«Es lo que queríamos todos aquí», según declaró Iturbe.", "queríamos"),
            "Iturbe");
}

TEST(Spanish, VerbAfterTheWordsTakesWhoOpensTheSentence) {
  EXPECT_EQ(speaker("es",
                    "El pescador Iturbe cree que el retraso va a venir bien al puerto, «porque "
                    "ahora hay demasiados barcos», indicó.",
                    "barcos"),
            "El pescador Iturbe");
}

TEST(Spanish, DependentVerbSharesTheSubjectAfterTheWords) {
  EXPECT_EQ(speaker("es",
                    "Tras expresar su convicción de que el puerto «lo que pretende es cerrar la "
                    "lonja», Miguel Larrondo pidió calma.",
                    "lonja"),
            "Miguel Larrondo");
}

TEST(Spanish, RelativeClauseThatHasEndedReportsNothing) {
  EXPECT_EQ(speaker("es",
                    "El alcalde Larrondo anunció que, con el plan que anunció, eliminará "
                    "«prácticas que han vaciado la lonja».",
                    "prácticas"),
            "El alcalde Larrondo");
}

TEST(Spanish, VerbWithAClauseOfItsOwnDoesNotReportWhatStandsBefore) {
  EXPECT_EQ(speaker("es",
                    "Larrondo, quien aseguró que seguirá «luchando por la lonja cada día», dijo "
                    "que el puerto abre hoy.",
                    "luchando"),
            "quien");
}

TEST(Spanish, VerbAfterAnAdjectiveIsNoNoun) {
  EXPECT_EQ(speaker("es",
                    "El diputado socialista aseguró que tiene «muchas llamadas sin contestar». La "
                    "sesión terminó tarde y los diputados volvieron a casa.",
                    "llamadas"),
            "El diputado socialista");
}

TEST(Spanish, YearBeforeARelativeClauseIsSkipped) {
  EXPECT_EQ(speaker("es",
                    "El Consejo aceptó el plan de Inés Larrondo, directora de la feria Lonja 2001, "
                    "quien argumentó que «esta subasta será la mejor de todas».",
                    "subasta"),
            "quien");
}

TEST(Spanish, WhoRelaysAThreatDoesNotMakeIt) {
  const model::Quotation quotation = quotation_with(
      read_in("es",
              "El cabecilla habría amenazado con «quemar la lonja con todos dentro», según fuentes "
              "policiales."),
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
  EXPECT_EQ(
      speaker("es",
              "La alcaldesa Inés Larrondo visitó la lonja con el juez. «No habrá otra subasta "
              "este año», declaró.",
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
  EXPECT_EQ(speaker("es",
                    "Larrondo, quien aseguró que seguirá «luchando por la lonja cada día», pidió "
                    "calma.",
                    "luchando"),
            "quien");
}

TEST(Portuguese, PronounAfterTheVerbIsWhomItWasToldTo) {
  EXPECT_EQ(speaker("pt", "«Não vem mais ninguém hoje», disse-nos o homem que veio.", "ninguém"),
            "o homem");
}

TEST(Portuguese, NameThatCountsTimeElsewhereIsAName) {
  EXPECT_EQ(speaker("pt", "«O impacto será de um décimo na tarifa», diz Dias.", "impacto"), "Dias");
}

TEST(Portuguese, DemonstrativeBeforeANounIsNoPronoun) {
  EXPECT_EQ(speaker("pt", "«Nem sequer puseram cartazes», desabafa este comerciante.", "cartazes"),
            "este comerciante");
}

TEST(Portuguese, WhomItWasToldIsNotWhoSaidIt) {
  EXPECT_EQ(speaker("pt", "«Foi uma decisão muito ponderada», disse ao PÚBLICO Anabela Sorel.",
                    "decisão"),
            "Anabela Sorel");
  EXPECT_EQ(speaker("pt",
                    "«Criámos a nova empresa para crescer», referiu à revista «Vento Sul» Mário "
                    "Sorel, presidente da casa.",
                    "empresa"),
            "Mário Sorel");
}

}  // namespace
}  // namespace dixit::parser
