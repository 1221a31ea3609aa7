#include <gtest/gtest.h>

#include <string>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

// The indirect quotations of a text, one a line: "source: words", "?" where no source is known.
std::string indirect_in(std::string_view language, std::string_view text) {
  std::string lines;
  for (const model::Quotation& quotation : read_in(language, text).quotations) {
    if (quotation.form != model::QuotationForm::Indirect) continue;
    lines += quotation.source ? quotation.source->text : "?";
    lines += ": " + quotation.text + "\n";
  }
  return lines;
}

TEST(IndirectEnglish, ReportsTheClauseThatAComplementizerOpens) {
  EXPECT_EQ(indirect_in(
                "en", "The harbour chief said in a statement on Monday that the pier would close."),
            "The harbour chief: that the pier would close\n");
}

TEST(IndirectEnglish, NeedsNoComplementizer) {
  EXPECT_EQ(indirect_in("en", "The mayor told reporters the bridge was safe."),
            "The mayor: the bridge was safe\n");
}

TEST(IndirectEnglish, ReportsTheSentenceBeforeItsCue) {
  EXPECT_EQ(indirect_in("en", "The pier will close next week, Hector Valdoise said Tuesday."),
            "Hector Valdoise: The pier will close next week\n");
}

TEST(IndirectEnglish, ReportsWhatSomebodyIsNamedForByAPreposition) {
  EXPECT_EQ(indirect_in("en", "According to the mayor, nobody was hurt."),
            "the mayor: nobody was hurt\n");
}

TEST(IndirectEnglish, EndsWhereAnotherCueBegins) {
  EXPECT_EQ(
      indirect_in("en", "The mayor said the bridge was safe, adding that it would stay open."),
      "The mayor: the bridge was safe\nThe mayor: that it would stay open\n");
}

TEST(IndirectEnglish, LeavesQuotedWordsToTheirMarks) {
  EXPECT_EQ(indirect_in("en", "The mayor said that the bridge was “safe as any house in Carsk”."),
            "");
}

TEST(IndirectEnglish, GoesOnAfterAParenthesis) {
  EXPECT_EQ(indirect_in("en", "The pier, the mayor said, will stay open until May."),
            "the mayor: The pier\nthe mayor: will stay open until May\n");
}

TEST(IndirectEnglish, LeavesOutWhatIsReportedWithinAReport) {
  EXPECT_EQ(indirect_in("en", "The mayor said he hoped that the bridge was safe."),
            "The mayor: he hoped that the bridge was safe\n");
}

TEST(IndirectEnglish, TakesAnAdverbialForNoClause) {
  EXPECT_EQ(indirect_in("en", "In a short reply, the mayor said “the bridge is safe and open”."),
            "");
}

TEST(IndirectFrench, ReportsClausesAndSources) {
  EXPECT_EQ(indirect_in("fr",
                        "Le maire affirme que le pont restera ouvert. Selon la préfète, personne "
                        "n’a été blessé."),
            "Le maire: que le pont restera ouvert\nla préfète: personne n’a été blessé\n");
}

TEST(IndirectGerman, ReportsClausesAfterTheirComma) {
  EXPECT_EQ(indirect_in("de", "Der Minister sagte, dass die Brücke offen bleibt."),
            "Der Minister: dass die Brücke offen bleibt\n");
}

TEST(IndirectGerman, GoesOnWithTheMoodOfReportedSpeech) {
  EXPECT_EQ(indirect_in("de", "Der Minister sagte, die Brücke bleibe offen. Sie sei sicher."),
            "Der Minister: die Brücke bleibe offen\nDer Minister: Sie sei sicher\n");
}

TEST(IndirectGerman, ReadsSourcesOfOtherSentences) {
  EXPECT_EQ(indirect_in("de", "Nach Angaben der Polizei ist die Brücke offen."),
            "der Polizei: ist die Brücke offen\n");
  EXPECT_EQ(indirect_in("de", "Die Brücke sei offen, sagte der Minister."),
            "der Minister: Die Brücke sei offen\n");
}

TEST(IndirectArabic, ReportsClauses) {
  EXPECT_EQ(indirect_in("ar", "قال رئيس البلدية إن الجسر سيبقى مفتوحا."),
            "رئيس البلدية: إن الجسر سيبقى مفتوحا\n");
}

TEST(IndirectSpanish, ReportsClauses) {
  EXPECT_EQ(indirect_in("es", "El alcalde dijo que el puente seguirá abierto."),
            "El alcalde: que el puente seguirá abierto\n");
}

TEST(IndirectPortuguese, ReportsClauses) {
  EXPECT_EQ(indirect_in("pt", "O prefeito disse que a ponte ficará aberta."),
            "O prefeito: que a ponte ficará aberta\n");
}

// The words and class of the first threat, or "".
std::string threat_in(std::string_view language, std::string_view text) {
  for (const model::Quotation& quotation : read_in(language, text).quotations) {
    if (quotation.form != model::QuotationForm::Indirect) continue;
    if (quotation.threat.threat_class == model::ThreatClass::None) continue;
    const bool violent = quotation.threat.threat_class == model::ThreatClass::Violent;
    return (violent ? "violent: " : "coercive: ") + quotation.text;
  }
  return "";
}

TEST(IndirectThreat, IsTheDeedThatSomebodyThreatensToDo) {
  EXPECT_EQ(threat_in("en", "The Salt Militia has threatened to burn the port of Carsk."),
            "violent: burn the port of Carsk");
  EXPECT_EQ(threat_in("fr", "La milice du Sel a menacé lundi de brûler le port de Carsk."),
            "violent: brûler le port de Carsk");
  EXPECT_EQ(threat_in("de", "Die Salzmiliz drohte, den Hafen von Karsk zu verbrennen."),
            "violent: den Hafen von Karsk zu verbrennen");
  EXPECT_EQ(threat_in("es", "La milicia de la Sal amenazó con quemar el puerto de Carsk."),
            "violent: quemar el puerto de Carsk");
  EXPECT_EQ(threat_in("pt", "A milícia do Sal ameaçou queimar o porto de Carsk."),
            "violent: queimar o porto de Carsk");
}

TEST(IndirectThreat, IsTheHarmThatSomebodyIsThreatenedWith) {
  EXPECT_EQ(threat_in("en", "Ostrava Kell threatened the mayor with a lawsuit."),
            "coercive: a lawsuit");
  EXPECT_EQ(threat_in("fr", "La milice du Sel a menacé le juge de représailles."),
            "violent: représailles");
  EXPECT_EQ(threat_in("de", "Die Salzmiliz drohte dem Richter mit Gewalt."), "violent: Gewalt");
  EXPECT_EQ(threat_in("es", "La milicia amenaza al juez con un atentado."), "violent: un atentado");
  EXPECT_EQ(threat_in("pt", "A milícia do Sal ameaçou o juiz de morte."), "violent: morte");
}

TEST(IndirectThreat, StandsBehindAnAdverbAndWhoeverIsThreatened) {
  EXPECT_EQ(threat_in("fr", "La milice a ouvertement menacé Hector Valdoise de représailles."),
            "violent: représailles");
}

TEST(IndirectThreat, EndsBeforeWhoeverIsThreatened) {
  EXPECT_EQ(threat_in("fr",
                      "La milice du Sel a menacé de mort Hector Valdoise, maire de Carsk, dans un "
                      "message."),
            "violent: mort");
}

TEST(IndirectThreat, IsPromisedAndSwornToo) {
  EXPECT_EQ(threat_in("en", "The militia vowed to kill the mayor."), "violent: to kill the mayor");
  EXPECT_EQ(threat_in("fr", "La milice a juré de tuer le maire."), "violent: de tuer le maire");
  EXPECT_EQ(threat_in("de", "Die Miliz schwor, den Minister zu töten."),
            "violent: den Minister zu töten");
  EXPECT_EQ(threat_in("es", "La milicia juró matar al alcalde."), "violent: matar al alcalde");
  EXPECT_EQ(threat_in("pt", "A milícia prometeu matar o prefeito."), "violent: matar o prefeito");
}

TEST(IndirectThreat, IsWhatSomebodyWarnsThatHeWouldDo) {
  EXPECT_EQ(threat_in("en", "The militia warned that it would bomb the harbour."),
            "violent: that it would bomb the harbour");
  EXPECT_EQ(threat_in("fr", "La milice a averti qu’elle bombarderait le port."),
            "violent: qu’elle bombarderait le port");
}

TEST(IndirectThreat, HangsOnANounToo) {
  EXPECT_EQ(threat_in("en", "The judge was told of the threat to burn his house."),
            "violent: burn his house");
  EXPECT_EQ(
      threat_in("de", "Die Drohung der Salzmiliz, den Hafen zu verbrennen, beunruhigt die Stadt."),
      "violent: den Hafen zu verbrennen");
}

TEST(IndirectThreat, IsReadInArabic) {
  EXPECT_EQ(threat_in("ar", "هددت ميليشيا الملح بحرق ميناء كارسك."), "violent: حرق ميناء كارسك");
}

TEST(IndirectThreat, BelongsToWhoeverThreatensAndNotToWhoeverTellsOfIt) {
  const auto document =
      read_in("en", "The agency said the Salt Militia had threatened to kill the mayor.");
  const auto deed = quotation_with(document, "kill the mayor");
  ASSERT_TRUE(deed.source);
  EXPECT_EQ(deed.source->text, "the Salt Militia");
  EXPECT_EQ(deed.threat.threat_class, model::ThreatClass::Violent);
  const auto told = quotation_with(document, "had threatened");
  EXPECT_EQ(told.threat.threat_class, model::ThreatClass::None);
}

TEST(IndirectThreat, IsReadAmongCapitals) {
  EXPECT_EQ(threat_in("en", "THE SALT MILITIA HAS THREATENED TO BURN THE PORT OF CARSK."),
            "violent: BURN THE PORT OF CARSK");
}

TEST(IndirectThreat, EndsWhereTheSentenceGoesOn) {
  EXPECT_EQ(threat_in("fr", "Les délégués que la milice a menacé de tuer étaient des marins."),
            "violent: tuer");
  EXPECT_EQ(threat_in("fr", "La milice, qui menaçait de brûler le port, a quitté la ville."),
            "violent: brûler le port");
}

TEST(IndirectThreat, HasNoRelativeClauseForItsWords) {
  EXPECT_EQ(indirect_in("fr", "Le réseau examine des menaces qu’aurait lancées la Brigade du Sel."),
            "");
}

TEST(IndirectThreat, HoldsTheFragmentQuotedInIt) {
  EXPECT_EQ(
      threat_in("en", "The militia has vowed to strike the embassies “wherever their flags fly”."),
      "violent: to strike the embassies “wherever their flags fly”");
}

TEST(IndirectThreat, IsReadInThePassiveFromItsAgent) {
  const auto document = read_in("en", "The judge was threatened by the Salt Militia with death.");
  ASSERT_EQ(document.quotations.size(), 1U);
  EXPECT_EQ(document.quotations[0].text, "death");
  ASSERT_TRUE(document.quotations[0].source);
  EXPECT_EQ(document.quotations[0].source->text, "the Salt Militia");
}

TEST(IndirectThreat, IsNoReportOfHarmThatNobodyAnnounces) {
  EXPECT_EQ(threat_in("en", "The mayor said that the militia had burned the port."), "");
  EXPECT_EQ(threat_in("fr", "Le maire affirme que la milice a brûlé le port."), "");
  EXPECT_EQ(threat_in("de", "Der Minister sagte, die Miliz habe den Hafen verbrannt."), "");
}

TEST(Indirect, WhatDescribesASourceIsNotWhatItSays) {
  for (const model::Quotation& quotation :
       read_in(
           "en",
           "The bridge will stay open, according to a statement first seen by the Wexcombe Post.")
           .quotations) {
    EXPECT_FALSE(quotation.text.starts_with("first seen")) << quotation.text;
  }
}

TEST(Indirect, AThreatToSomethingIsNoDeed) {
  for (const model::Quotation& quotation :
       read_in("en", "The plan poses a serious threat to regional peace, the mayor said.")
           .quotations) {
    EXPECT_NE(quotation.text, "regional peace");
  }
}

TEST(Indirect, TheMainVerbEndsWhatANounReports) {
  const model::Quotation quotation = quotation_with(
      read_in("en", "The threat to burn the harbour was made by the Reed Brigade."), "burn");
  EXPECT_EQ(quotation.text, "burn the harbour");
  ASSERT_TRUE(quotation.threat.target.has_value());
  EXPECT_EQ(quotation.threat.target->text, "the harbour");
}

TEST(Indirect, AThreatEndsWhereItsConditionBegins) {
  EXPECT_EQ(indirect_in("en",
                        "The Sorel Front threatened to burn the docks of Mirren unless the mayor "
                        "of the town resigns before Friday."),
            "The Sorel Front: burn the docks of Mirren\n");
  EXPECT_EQ(indirect_in("fr",
                        "Le Front de Sorel a menacé de brûler les quais s'il n'obtient pas les "
                        "clés du port."),
            "Le Front de Sorel: brûler les quais\n");
  // What is only said goes on.
  EXPECT_EQ(indirect_in("en", "The mayor said the pier would close if the storm came."),
            "The mayor: the pier would close if the storm came\n");
}

TEST(IndirectGerman, TheRestOfItsVerbGroupDoesNotHideTheClause) {
  EXPECT_EQ(indirect_in("de", "Oskar Brandel soll im Februar gesagt haben, er werde bleiben."),
            "Oskar Brandel: er werde bleiben\n");
}

// What answers a report is not part of it.
TEST(Indirect, AClauseOnTheWholeReportEndsIt) {
  EXPECT_EQ(quotation_with(read_in("en",
                                   "The mayor announced that the mill would close, to which Abel "
                                   "Dorn replied that he would wait."),
                           "would close")
                .text,
            "that the mill would close");
  EXPECT_EQ(quotation_with(read_in("es",
                                   "La alcaldesa anunció que el molino cerraría, ante lo que Abel "
                                   "Dorn respondió que esperaría."),
                           "cerraría")
                .text,
            "que el molino cerraría");
}

// Where the words stand before their verb, a clause behind a noun is the noun's.
TEST(Indirect, AClauseAboutTheMessageIsNotSaid) {
  const auto document = read_in(
      "en", "“We will be back tonight,” Dorn said in a letter that the Harbour Gazette printed.");
  EXPECT_EQ(document.quotations.size(), 1U);
}

// The auxiliary behind its participle was not seen, nor was the threat.
TEST(Indirect, ReadsAThreatWhoseAuxiliaryClosesTheClause) {
  const auto document = read_in(
      "de", "Die Polizei kam, nachdem Oskar Brandel gedroht hatte, die Scheune anzuzünden.");
  const model::Quotation quotation = quotation_with(document, "Scheune");
  EXPECT_EQ(quotation.text, "die Scheune anzuzünden");
  ASSERT_TRUE(quotation.source);
  EXPECT_EQ(quotation.source->name, "Oskar Brandel");
}

TEST(Indirect, ReadsAThreatWhosePronounIsWrittenOntoTheVerb) {
  EXPECT_EQ(quotation_with(read_in("pt", "Oskar Brandel ameaçou matá-lo se falasse."), "matá").text,
            "matá-lo");
}

std::string source_of(std::string_view language, std::string_view text, std::string_view part) {
  const model::Quotation quotation = quotation_with(read_in(language, text), part);
  return quotation.source ? quotation.source->name : "?";
}

// "der drohte" was taken for a noun, "dem ein Mann" for one phrase.
TEST(Indirect, ReadsAThreatInAGermanRelativeClause) {
  EXPECT_EQ(
      source_of("de", "Die Wirtin traf einen Mann, der drohte, die Scheune anzuzünden.", "Scheune"),
      "einen Mann");
  EXPECT_EQ(
      source_of("de", "Ilse Morant erhielt einen Brief, in dem ein Mann drohte, sie zu töten.",
                "sie zu töten"),
      "ein Mann");
  EXPECT_EQ(
      source_of("de", "In dem Film ist ein Hirte zu hören, der ruft: „Der Brunnen ist unser.“",
                "Brunnen"),
      "ein Hirte");
}

TEST(Indirect, LaysAThreatInACallToNobodyItReached) {
  for (const char* text : {"Ilse Morant received a phone call threatening to burn her barn.",
                           "Ilse Morant came into the mill threatening to burn her barn."}) {
    EXPECT_EQ(source_of("en", text, "burn her barn"), "?") << text;
  }
}

}  // namespace
}  // namespace dixit::parser
