#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

std::vector<std::string> words_in(std::string_view language, std::string_view text) {
  std::vector<std::string> words;
  for (const model::Quotation& quotation : read_in(language, text).quotations) {
    if (quotation.form != model::QuotationForm::Indirect) words.push_back(quotation.text);
  }
  return words;
}

using Words = std::vector<std::string>;

TEST(Dialogue, DashesOpenTurns) {
  EXPECT_EQ(words_in("fr",
                     "– Que voulez-vous ? dit brusquement la meunière.\n– Je viens pour le pain.\n"
                     "Elle ferma la porte."),
            (Words{"Que voulez-vous ?", "Je viens pour le pain."}));
}

TEST(Dialogue, TheReportersWordsAreCutOutOfATurn) {
  EXPECT_EQ(
      words_in("fr",
               "– C’est toi, Ada, dit l’homme au tablier ; tu vas me payer le pain.\n– Je n’ai "
               "pas d’argent, répondit la meunière en tremblant."),
      (Words{"C’est toi, Ada,", "tu vas me payer le pain.", "Je n’ai pas d’argent,"}));
}

TEST(Dialogue, TheReportersWordsAreCutOutOfMarks) {
  const auto document = read_in(
      "fr", "La meunière se leva : « À nous aussi, cria-t-elle, tout le pain de la vallée ! »");
  const auto first = quotation_with(document, "nous aussi");
  const auto second = quotation_with(document, "tout le pain");
  EXPECT_EQ(first.text, "À nous aussi,");
  EXPECT_EQ(second.text, "tout le pain de la vallée !");
  EXPECT_EQ(first.group, second.group);
}

TEST(Dialogue, AListIsNoDialogue) {
  EXPECT_EQ(words_in("fr",
                     "Le programme du conseil :\n– Réparation du pont de Sorel.\n– Vente du moulin "
                     "de la vallée.\n– Achat de deux pompes."),
            Words{});
}

// A turn that crossed words in marks from the paragraph before was read without end.
TEST(Dialogue, NoTurnCrossesWordsInMarks) {
  const Words words =
      words_in("pt",
               "“Vamos ao moinho, o rio “não é meu”, disse.\n– Eu vou ao rio, que não "
               "é meu” mar.\n– Eu vou?");
  EXPECT_FALSE(words.empty());
}

TEST(Dialogue, NoDashOpensSpeechWhereTheLanguageDoesNotSaySo) {
  EXPECT_EQ(words_in("en", "– What do you want? said the miller.\n– I come for the bread!"),
            Words{});
}

}  // namespace
}  // namespace dixit::parser
