#include <gtest/gtest.h>

#include "tests/parser/quote/threat_reading.h"

namespace dixit::parser {
namespace {

TEST(ThreatTarget, TheObjectOfTheCueIsThreatened) {
  EXPECT_EQ(
      target_in("fr", "Oskar Brandel a menacé Ilse Morant de « brûler la maison et le moulin ».",
                "moulin"),
      "Ilse Morant");
}

TEST(ThreatTarget, TheSubjectOfAPassiveIsStruck) {
  EXPECT_EQ(
      target_in("en", "“The accounts of Sorel Bank will be frozen,” said Ilse Morant.", "accounts"),
      "The accounts of Sorel Bank");
}

TEST(ThreatTarget, WhatWillBeAGraveIsStruck) {
  EXPECT_EQ(
      target_in("en", "“The harbour of Sorel will be a grave,” said a masked gunman.", "grave"),
      "The harbour of Sorel");
}

TEST(ThreatTarget, YouIsWhomTheCueTells) {
  EXPECT_EQ(target_in("en", "“We will kill you,” Oskar Brandel told Ilse Morant.", "kill"),
            "Ilse Morant");
}

TEST(ThreatTarget, YouIsWhoTellsOfIt) {
  EXPECT_EQ(
      target_in("en", "“He stopped me and said: ‘You will pay for this bridge’,” Ilse Morant said.",
                "You will pay"),
      "Ilse Morant");
}

TEST(ThreatTarget, ReportersAreToldAndNotThreatened) {
  EXPECT_EQ(target_in("en", "“You will pay for this bridge,” Oskar Brandel told reporters.", "pay"),
            "");
}

TEST(ThreatTarget, WhoOnlyStandsNearIsNoTarget) {
  EXPECT_EQ(target_in("en",
                      "Ilse Morant opened the fair of Sorel. The weather was fine. A voice on the "
                      "line said: “You will all die at noon.”",
                      "noon"),
            "");
}

TEST(ThreatTarget, TheSpeakersOwnAreNotStruck) {
  EXPECT_EQ(target_in("en", "“We will defend our waters and kill,” said Oskar Brandel.", "waters"),
            "");
}

TEST(ThreatTarget, ThreatsAttributedToSomebodyAreHis) {
  EXPECT_EQ(target_in("en",
                      "Threats attributed to the Reed Brigade reached the town on Monday. “We will "
                      "kill you in the fields,” the group wrote.",
                      "fields"),
            "");
}

TEST(ThreatTarget, TheHeadlineNamesWhoIsThreatened) {
  const auto document = read_text(
      support::built_in_knowledge(),
      {.text = "The police guard a house. “We will kill you,” wrote somebody in a letter. "
               "Ilse Morant lives there.",
       .title = "Ilse Morant threatened with death",
       .language_hint = "en"});
  const auto quotation = quotation_with(document, "kill");
  ASSERT_TRUE(quotation.threat.target);
  EXPECT_EQ(quotation.threat.target->name, "Ilse Morant");
}

TEST(ThreatTarget, ADescriptionGivesTheNameThatTheTextTiesToIt) {
  EXPECT_EQ(
      target_in("en",
                "The mayor, Ilse Morant, has two guards.\n\n“We will kill you,” Oskar Brandel "
                "told the mayor.",
                "kill"),
      "Ilse Morant");
}

TEST(ThreatTarget, OfWhomSomethingIsAskedTheThreatIsMeantFor) {
  EXPECT_EQ(target_in("en",
                      "“If the Sorel council does not pay, we will go on strike,” said Oskar "
                      "Brandel.",
                      "strike"),
            "the Sorel council");
}

TEST(ThreatTarget, EachTargetKeepsItsEvidence) {
  const auto threat =
      threat_of("en", "“Our guns will destroy Port Sorel,” said Oskar Brandel.", "guns");
  EXPECT_TRUE(fired(threat, "target.harm_object"));
}

TEST(ThreatTarget, YourBelongingsAreWhoeverIsAddressed) {
  EXPECT_EQ(target_in("en", "“We will burn your boats,” Oskar Brandel told Ilse Morant.", "burn"),
            "Ilse Morant");
}

TEST(ThreatTarget, YouIsTheOnlyOneThreatenedSoFar) {
  EXPECT_EQ(target_in("en",
                      "Oskar Brandel threatened to burn the harbour of Sorel. A caption read: “We "
                      "will kill you in daylight.”",
                      "daylight"),
            "the harbour of Sorel");
}

TEST(ThreatTarget, APronounBesideTheDeedStandsForWhomTheSentenceNames) {
  EXPECT_EQ(target_in("en",
                      "Oskar Brandel spoke of the judges who fined him, vowing to sue them after "
                      "the fair.",
                      "sue them"),
            "the judges");
}

TEST(ThreatTarget, ARelativeClauseIsAboutWhoIsStruck) {
  EXPECT_EQ(
      target_in("fr", "Les premiers meuniers que les brigands ont menacé de tuer sont partis.",
                "tuer"),
      "Les premiers meuniers");
}

TEST(ThreatTarget, WhoIsWarnedNeedsNoKnownNoun) {
  EXPECT_EQ(target_in("es",
                      "El grupo emitió un comunicado en el que advertía a los molineros locales: "
                      "“Sepan que os mataremos”, amenazaban.",
                      "mataremos"),
            "los molineros locales");
}

TEST(ThreatTarget, OfWhomSomethingIsDemandedIsThreatened) {
  EXPECT_EQ(target_in("en",
                      "“We will stop all payments. We ask Sorelia to open the gate, and if it "
                      "refuses, we will burn it,” said Oskar Brandel.",
                      "payments"),
            "Sorelia");
}

TEST(ThreatTarget, ADescriptionIsPrintedWithItsGenitive) {
  EXPECT_EQ(target_in("en",
                      "The rebels warned the owners of the ferries: “They will be considered "
                      "military targets and killed.”",
                      "targets"),
            "the owners of the ferries");
}

TEST(ThreatTarget, WhatAVerbalNounGovernsIsStruckWhereThereAreNoCapitals) {
  EXPECT_EQ(target_in("ar", "هددت الجماعة المسلحة باستهداف سفارات سوريليا في المنطقة.", "استهداف"),
            "سفارات سوريليا");
}

TEST(ThreatTarget, ALetterBesideTheDeedIsNotWhoIsThreatened) {
  EXPECT_EQ(target_in("de",
                      "Das Amt hat in einem Schreiben einer Müllerin die Pfändung ihrer Mühle "
                      "angedroht.",
                      "Pfändung"),
            "einer Müllerin");
}

TEST(ThreatTarget, ADemonstrativeSubjectLeavesTheDeedToItself) {
  EXPECT_EQ(target_in("de",
                      "Der Fürst schwieg. Nun hat dieser neue Brandanschläge auf Sorelien "
                      "angedroht.",
                      "Brandanschläge"),
            "Sorelien");
}

TEST(ThreatTarget, AllThatDependsOnWhetherSomebodyActsIsMeantForHim) {
  EXPECT_EQ(
      target_in("en",
                "“We are ready to strike and to kill. It all depends on whether the rebels leave "
                "the town,” said Oskar Brandel.",
                "strike"),
      "the rebels");
}

TEST(ThreatTarget, TheHearersBelongingsNameNobody) {
  const model::Threat threat =
      threat_of("en", "A leaflet read: “We will burn your boats one by one.”", "boats");
  ASSERT_TRUE(threat.target.has_value());
  EXPECT_EQ(threat.target->text, "your boats");
  EXPECT_EQ(threat.target->name, "");
}

TEST(ThreatTarget, TheHeadlinesMayorIsNotHisTown) {
  const model::Document document = read_text(
      support::built_in_knowledge(),
      {.text =
           "Police visited the mayor of Wexcombe, Ilse Morant, on Monday. She had found a note. "
           "“We will burn your house,” it read.",
       .title = "Mayor of Wexcombe threatened over bridge",
       .language_hint = "en"});
  const model::Threat threat = quotation_with(document, "burn").threat;
  ASSERT_TRUE(threat.target.has_value());
  EXPECT_EQ(threat.target->name, "Ilse Morant");
}

TEST(ThreatTarget, WhoIsThreatenedWithDeathFollowsIt) {
  EXPECT_EQ(target_in("fr", "Le groupe menace de mort Ilse Morant, maire de Sorel.", "mort"),
            "Ilse Morant");
}

TEST(ThreatTarget, ANameBeforeItsNounIsNotAllThatIsStruck) {
  EXPECT_EQ(target_in("en", "“We will burn the Sorel mast,” said a masked gunman.", "mast"),
            "the Sorel mast");
  EXPECT_EQ(
      target_in("en", "“We will burn the mill above the town,” said a masked gunman.", "mill"),
      "the mill");
}

TEST(ThreatTarget, WhomAPassiveIsAboutMayBearAnApposition) {
  EXPECT_EQ(
      target_in("en",
                "The mayor of Wexcombe, Ilse Morant, was threatened on Tuesday. “Drop the plan "
                "or we will burn your house down,” the caller said.",
                "burn"),
      "Ilse Morant");
}

TEST(ThreatTarget, ATimeIsNobody) {
  EXPECT_EQ(target_in("fr",
                      "Le directeur avait menacé le matin même : « Si la commune ne paie pas, nous "
                      "couperons l'eau. »",
                      "couperons")
                .find("matin"),
            std::string::npos);
}

TEST(ThreatTarget, WhatSomebodyIsThreatenedWithIsNoPartOfHim) {
  EXPECT_EQ(target_in("fr", "Des membres du groupe ont menacé le maire de violences.", "violences"),
            "le maire");
}

TEST(ThreatTarget, NoNounBeginsInsideAnAdverb) {
  EXPECT_EQ(
      target_in("fr",
                "Cet homme, par ailleurs pompier, l'avait croisée. Elle lui avait lancé : « Nous "
                "te brûlerons la maison », selon un voisin.",
                "brûlerons")
          .find("ailleurs"),
      std::string::npos);
}

TEST(ThreatTarget, WhoIsStruckFirstIsMeant) {
  EXPECT_EQ(target_in("es", "«Si no pagan, empezamos por la maestra», amenazó el secuestrador.",
                      "empezamos"),
            "la maestra");
  EXPECT_EQ(target_in("de", "„Wir fangen mit dem Jüngsten an“, drohte der Entführer.", "fangen"),
            "dem Jüngsten");
}

TEST(ThreatTarget, AFragmentsObjectMayStandOutsideItsMarks) {
  const auto threat =
      threat_of("fr", "Il l'aurait menacée de « faire disparaître » leur chien.", "disparaître");
  ASSERT_TRUE(threat.target.has_value());
  EXPECT_EQ(threat.target->text, "leur chien");
}

TEST(ThreatTarget, WhoReceivesALetterIsMeantWhereVerbsComeFirst) {
  EXPECT_EQ(target_in("ar",
                      "تلقت الصحافية نورة الكعبري رسالة تهديد عبر الهاتف. وجاء في الرسالة: «سنقتلك "
                      "إن نشرت الحلقة الثالثة».",
                      "سنقتلك"),
            "الصحافية نورة الكعبري");
}

TEST(ThreatTarget, OfWhomAPassiveTellsTheIntention) {
  EXPECT_EQ(target_in("en",
                      "The rebels announced that the mayor of Sorel has been declared a military "
                      "target and will be killed.",
                      "military target"),
            "the mayor of Sorel");
}

TEST(ThreatTarget, ADeedOrAStateIsNobody) {
  EXPECT_EQ(target_in("de", "Karl Borel sagte: „Wir werden euch alle töten.“", "töten"), "");
  EXPECT_EQ(target_in("fr", "Jean Borel a écrit : « On va te brûler vive. »", "brûler"), "");
  EXPECT_EQ(target_in("es", "Juan Borel dijo: «Te vamos a quemar viva».", "quemar"), "");
}

}  // namespace
}  // namespace dixit::parser
