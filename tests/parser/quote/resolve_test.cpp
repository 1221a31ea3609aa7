#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

// The name that the source of the words with `part` was resolved to.
std::string name_in(std::string_view language, std::string_view text, std::string_view part) {
  const model::Quotation quotation = quotation_with(read_in(language, text), part);
  return quotation.source ? quotation.source->name : "";
}

TEST(Resolve, AGroupIsTheOneThatTheTextIsAbout) {
  constexpr std::string_view kText =
      "The network Corvina was examining threats attributed to the Reed Brigade, an armed group "
      "from the eastern marshes.\n\n“You close our accounts. We will strike your offices,” the "
      "group allegedly wrote in a message translated by Clear Glass, a monitoring group. “When our "
      "men come you will not see them,” it allegedly added.";
  EXPECT_EQ(name_in("en", kText, "close our accounts"), "the Reed Brigade");
  EXPECT_EQ(name_in("en", kText, "our men come"), "the Reed Brigade");
}

TEST(Resolve, AFrenchGroupIsDescribedWithoutAnArticle) {
  constexpr std::string_view kText =
      "Le réseau Corvina examine des menaces attribuées à la Brigade des Roseaux, groupe armé des "
      "marais.\n\n« Nous frapperons vos bureaux », aurait écrit le groupe dans un message traduit "
      "par Verre Clair, un groupe de surveillance. « Vous ne nous verrez pas venir », aurait-il "
      "ajouté.";
  EXPECT_EQ(name_in("fr", kText, "frapperons"), "la Brigade des Roseaux");
  EXPECT_EQ(name_in("fr", kText, "verrez pas"), "la Brigade des Roseaux");
}

TEST(Resolve, WhatIsReadInANoteIsNotByWhoeverWasNamedBefore) {
  constexpr std::string_view kText =
      "Police are looking for a man. The mayor of Wexcombe found a note under his door. “You have "
      "such a lovely house. We will burn it,” it read.";
  EXPECT_EQ(name_in("en", kText, "burn it"), "");
}

TEST(Resolve, AGroupIsLeftOpenWhereNoneIsNamed) {
  EXPECT_EQ(name_in("en", "The mill was shut. “We will be back,” the group wrote.", "be back"),
            "the group");
}

TEST(Resolve, AnotherKindOfBodyIsNotTheGroup) {
  EXPECT_EQ(name_in("en",
                    "Clear Glass, a monitoring group, keeps a list. “We will be back,” the group "
                    "wrote.",
                    "be back"),
            "the group");
}

// A known armed group is not "the group" where the text calls another by that noun.
TEST(Resolve, ANounMeansWhomTheTextCallsByIt) {
  EXPECT_EQ(name_in("fr",
                    "Le collectif de militants Lune Noire lance une opération. Elle vise l'Etat "
                    "islamique et les sites de l'Etat islamique. « Nous avons gagné », affirme le "
                    "collectif.",
                    "avons gagné"),
            "Le collectif de militants Lune Noire");
  EXPECT_EQ(name_in("en",
                    "The aid group Grey Moth appealed to Islamic State on Monday. “We will not "
                    "leave,” the group said.",
                    "not leave"),
            "The aid group Grey Moth");
}

TEST(Resolve, ANounMeansNobodyWhereAnArmedGroupActedSince) {
  constexpr std::string_view kText =
      "Grey Moth, an aid group, left the town. Then Islamic State took it. “We will kill whoever "
      "comes back,” the group said.";
  EXPECT_EQ(name_in("en", kText, "kill whoever"), "the group");
}

TEST(Resolve, AnArmedGroupIsNotMeantWhereAnotherBodyActedSince) {
  constexpr std::string_view kText =
      "Islamic State took the town. Grey Moth, an aid organisation, stayed. “We will not leave,” "
      "the group said.";
  EXPECT_EQ(name_in("en", kText, "not leave"), "the group");
}

TEST(Resolve, AStatementIsItsIssuers) {
  EXPECT_EQ(name_in("en",
                    "The Reed Brigade claimed the fire in a statement on Monday. “We burned the "
                    "mast,” the statement says.",
                    "mast"),
            "The Reed Brigade");
}

TEST(Resolve, AnOfficeStandsBesideItsName) {
  EXPECT_EQ(name_in("fr",
                    "« Le moulin restera fermé », notait l'ancien directeur du moulin, Oskar "
                    "Brandel.",
                    "moulin restera"),
            "Oskar Brandel");
}

TEST(Resolve, ADescriptionWithAnotherComplementIsAnother) {
  EXPECT_EQ(
      name_in("en",
              "Mayor Ada Roth was silent. “The bridge is ours,” said the mayor of Hallowmere.",
              "bridge"),
      "the mayor of Hallowmere");
}

TEST(Resolve, APronounIsTheSubjectBeforeIt) {
  EXPECT_EQ(name_in("en",
                    "Striker Ollie Brandel threatened to shave his head if he scores. “My mother "
                    "will mind,” he said.",
                    "mother"),
            "Striker Ollie Brandel");
}

TEST(Resolve, APronounIsTheSubjectThatANameStandsBeside) {
  constexpr std::string_view kText =
      "« Le moulin est vendu », a dit Ada Roth.\n\nLe recteur, Oskar Brandel, a appelé au calme. "
      "« Nous répondrons par le droit », a-t-il dit.\n\nContacté, le patron du site, Emil Saar, "
      "assume. « Le carnet se vide », répond-il.";
  EXPECT_EQ(name_in("fr", kText, "par le droit"), "Oskar Brandel");
  EXPECT_EQ(name_in("fr", kText, "carnet se vide"), "Emil Saar");
}

TEST(Resolve, HeIsNoCouncil) {
  EXPECT_EQ(name_in("en",
                    "Oskar Brandel wrote to the clerk. The Weir Council met on Monday. “I am tired "
                    "of the rain,” he said.",
                    "tired"),
            "Oskar Brandel");
}

TEST(Resolve, AShortNameIsTheFullOneBeforeIt) {
  EXPECT_EQ(
      name_in("en",
              "Ada Roth and the Roth mill song are known here. “We bake,” said Roth. Emil Roth "
              "left.",
              "We bake"),
      "Ada Roth");
}

TEST(Resolve, EveryAnswerHasItsReason) {
  const auto quotation =
      quotation_with(read_in("en", "Ada Roth runs the mill. “We bake,” said Roth."), "We bake");
  bool resolved = false;
  for (const model::Reason& reason : quotation.reasons) {
    resolved = resolved || reason.rule == "resolve.name";
  }
  EXPECT_TRUE(resolved);
}

TEST(Resolve, AGroupsKindBeforeItsNameIsPartOfIt) {
  EXPECT_EQ(name_in("es",
                    "El puerto examina las amenazas del grupo armado Brigada de los Juncos.\n\n"
                    "«Atacaremos vuestras oficinas», escribió el grupo en una carta.",
                    "oficinas"),
            "grupo armado Brigada de los Juncos");
}

TEST(Resolve, APronounThatNothingResolvesNamesNobody) {
  EXPECT_EQ(name_in("en", "“The bridge will burn,” it added.", "bridge"), "");
  EXPECT_EQ(name_in("en", "“The bridge will burn,” someone wrote.", "bridge"), "");
}

TEST(Resolve, AKnownNameIsOneMentionWhateverItsWords) {
  const model::Quotation quotation =
      quotation_with(read_in("fr",
                             "Le porte-parole de l'ancien Etat islamique, qui menaçait de faire "
                             "sauter le pont, a été arrêté."),
                     "sauter");
  ASSERT_TRUE(quotation.source.has_value());
  EXPECT_NE(quotation.source->name, "islamique");
}

TEST(Resolve, WhoReceivesALetterHasNotWrittenIt) {
  EXPECT_EQ(
      name_in("en",
              "Ilse Morant has received an anonymous letter. “A careful judge looks under her "
              "car,” the letter says.",
              "careful"),
      "the letter");
  EXPECT_EQ(name_in("fr",
                    "Ilse Morant a reçu lundi une lettre anonyme. « Une juge prudente se tait », y "
                    "est-il écrit, selon une source judiciaire.",
                    "prudente"),
            "");
}

TEST(Resolve, WhoIsQuotedSpeaksAndNotWhoQuotes) {
  constexpr std::string_view kText =
      "“This is no advice,” the Wexcombe Post quoted her lawyer, Clarisse Vantour, as saying. The "
      "paper quoted Oskar Brandel: “We will not pay.” Hector Valdoise cited Brandel's “long "
      "record”.";
  EXPECT_EQ(name_in("en", kText, "no advice"), "Clarisse Vantour");
  EXPECT_EQ(name_in("en", kText, "not pay"), "Oskar Brandel");
}

TEST(Resolve, AnOrdinalBeforeAnOfficeIsNoPronoun) {
  EXPECT_EQ(name_in("fr",
                    "« C'est du chantage », a répliqué la première adjointe, Wanda Ferrand. « Nous "
                    "irons au tribunal », a-t-elle annoncé.",
                    "chantage"),
            "Wanda Ferrand");
}

TEST(Resolve, TheReportersSheIsNotSomebodysGrandmother) {
  EXPECT_EQ(name_in("fr",
                    "Ma grand-mère disait : « Qui a du sel a du temps. » « Je n'ai rien inventé », "
                    "répète-t-elle en riant.",
                    "inventé"),
            "");
}

}  // namespace
}  // namespace dixit::parser
