#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

// Whose the words that hold `part` are, as printed; "" when the reading leaves it open.
std::string source_in(std::string_view language, std::string_view text, std::string_view part) {
  const model::Quotation quotation = quotation_with(read_in(language, text), part);
  return quotation.source ? quotation.source->text : "";
}

bool has_quotation(std::string_view language, std::string_view text, std::string_view part) {
  const model::Document document = read_in(language, text);
  for (const model::Quotation& quotation : document.quotations) {
    if (quotation.form != model::QuotationForm::Indirect &&
        quotation.text.find(part) != std::string::npos) {
      return true;
    }
  }
  return false;
}

TEST(Source, StandsBehindAVerbThatClosesItsWords) {
  EXPECT_EQ(source_in("en",
                      "The answers to the flood are “not meeting the need,” says Ada Roth, founder "
                      "of the Weir Trust.",
                      "not meeting"),
            "Ada Roth");
}

TEST(Source, MayHaveAnAdjectiveForASurname) {
  for (const char* name : {"Anna Black", "Anna Young", "White"}) {
    const auto answer =
        read_in("en", std::string("“We will rebuild the pier,” ") + name + " said.");
    ASSERT_EQ(answer.quotations.size(), 1U) << name;
    ASSERT_TRUE(answer.quotations[0].source) << name;
    EXPECT_EQ(answer.quotations[0].source->text, name);
  }
}

TEST(Source, IsTheLastSubjectOfJoinedClauses) {
  EXPECT_EQ(source_in("en",
                      "At one point a baker asked for a photo and Ada Roth said, “as long as the "
                      "bread is good.”",
                      "bread"),
            "Ada Roth");
}

TEST(Source, OfAGerundIsTheSubjectOfItsSentence) {
  EXPECT_EQ(source_in("en",
                      "Hours later, Oskar Brandel returned the visit, telling the council, “we are "
                      "not done with the mill.”",
                      "not done"),
            "Oskar Brandel");
}

TEST(Source, OfAStatementThatCallsIsWhoIssuedIt) {
  EXPECT_EQ(source_in("en",
                      "The Weir Council issued a statement calling the flood “a clear failure of "
                      "the pumps” on Monday.",
                      "clear failure"),
            "The Weir Council");
}

TEST(Source, IsNotWhomARelativeClauseTellsApart) {
  EXPECT_EQ(source_in("en",
                      "Ada Roth told a young woman who suggested that few would vote because of "
                      "the rain that “this is not the first flood here.”",
                      "first flood"),
            "Ada Roth");
}

TEST(Source, IsNotItWhenSomebodySaysWhatItDoes) {
  EXPECT_EQ(source_in("en",
                      "Ada Roth says it underscores that the council is “unfit to run the mill for "
                      "another year.”",
                      "unfit"),
            "Ada Roth");
}

TEST(Source, CountsOneBeforeANoun) {
  EXPECT_EQ(source_in("en", "“The pumps are lurching from fault to fault,” said one Weir source.",
                      "pumps"),
            "one Weir source");
}

TEST(Source, SignsBehindADash) {
  EXPECT_EQ(source_in("en", "“We never had such rain in the valley.” ― Ada Roth", "rain"),
            "Ada Roth");
  EXPECT_EQ(source_in("fr", "« Jamais il n’avait tant plu. »\n— Ada Roth, boulangère", "plu"),
            "Ada Roth");
}

TEST(Source, IsTheLabelOfATranscript) {
  const auto document = read_in("en",
                                "Partial transcript as follows:\n\n“ROTH: Let us start with the "
                                "flood of last night.\n\n“BRANDEL: Well, look, the pumps were old, "
                                "and we said so.”");
  const auto quotation = quotation_with(document, "pumps were old");
  ASSERT_TRUE(quotation.source);
  EXPECT_EQ(quotation.source->text, "BRANDEL");
  EXPECT_EQ(quotation.text.find("BRANDEL"), std::string::npos);
}

// The span of the second paragraph began behind the label of the first one.
TEST(Source, OfALabelledTurnGoesOnInItsOwnWords) {
  const auto document =
      read_in("en",
              "“ROTH: Let us start with the flood.\n\n“The pumps were old, and we "
              "said so last year.”");
  const auto quotation = quotation_with(document, "pumps were old");
  EXPECT_EQ(quotation.text, "The pumps were old, and we said so last year.");
  ASSERT_TRUE(quotation.source);
  EXPECT_EQ(quotation.source->text, "ROTH");
}

TEST(Source, OfASentenceThatEndsWithItsVerb) {
  EXPECT_EQ(
      source_in("en", "“I have admiration for the mechanics” of the plan, Oskar Brandel said.",
                "admiration"),
      "Oskar Brandel");
}

TEST(Source, GoesOnWhereTheNextSentenceOpensWithWords) {
  EXPECT_EQ(source_in("en",
                      "“It is tinkering,” said Oskar Brandel, a miller. “I would not call it a "
                      "reform, there is nothing in it to make the weir safer” for most villages.",
                      "not call it"),
            "Oskar Brandel");
}

TEST(Source, OfVerdictIsWhoCallsItSo) {
  EXPECT_EQ(source_in("en",
                      "Given the repairs, which the clerk, Oskar Brandel, called “total and utter "
                      "waste”, the mill will close.",
                      "utter waste"),
            "the clerk");
}

TEST(SourceFrench, IsNotWhomASubjectWithARelativeClauseUrges) {
  EXPECT_EQ(source_in("fr",
                      "Le maire de Hallowmere, qui se trouve à Sorel, a également appelé les "
                      "habitants à « quitter immédiatement la vallée ».",
                      "vallée"),
            "Le maire de Hallowmere");
}

TEST(SourceFrench, FollowsTheClauseOfAParticiple) {
  EXPECT_EQ(source_in("fr",
                      "Tout en estimant que « le moulin est sous tutelle », il a rappelé la "
                      "position du conseil.",
                      "tutelle"),
            "il");
}

TEST(SourceFrench, IsToWhomWordsAreAttributed) {
  EXPECT_EQ(
      source_in("fr",
                "La phrase « Nous viendrons demain soir », attribuée à Oskar Brandel, est sur "
                "tous les murs.",
                "demain soir"),
      "Oskar Brandel");
}

TEST(SourceGerman, StandsBehindAVerbThatAnAdverbComesBefore) {
  EXPECT_EQ(source_in("de", "Ähnlich äußerte sich die Müllerin Ada Roth: „Wir haben es im Griff.“",
                      "Griff"),
            "die Müllerin Ada Roth");
}

TEST(SourceGerman, IsNoPaperThatIsTold) {
  EXPECT_EQ(source_in("de", "Der örtlichen Zeitung sagte Oskar Brandel: „Wir bleiben am Fluss.“",
                      "Fluss"),
            "Oskar Brandel");
}

TEST(SourceGerman, StandsInsideAFramedVerb) {
  EXPECT_EQ(
      source_in("de",
                "„Wir wollen die Mühle enger anbinden“, hatte Oskar Brandel in einem Gespräch "
                "erklärt.",
                "Mühle"),
      "Oskar Brandel");
}

TEST(SourceGerman, OpensWithTheParticleOfAName) {
  EXPECT_EQ(source_in("de", "Von der Aue betonte, die Mühle sei „in gutem Zustand und sicher“.",
                      "Zustand"),
            "Von der Aue");
}

TEST(SourceGerman, OfAPassiveIsItsAgent) {
  EXPECT_EQ(
      source_in("de", "Die Mühle wird von Experten als „Meilenstein des Handwerks“ bezeichnet.",
                "Meilenstein"),
      "Experten");
}

TEST(NotSpeech, NamesStandInMarks) {
  EXPECT_FALSE(has_quotation(
      "de", "Ein Sprecher der „Freunde des Wehrs“, Oskar Brandel, sagte, die Flut komme.",
      "Freunde"));
  EXPECT_FALSE(
      has_quotation("de",
                    "Die regierende „Partei der Neuen Mühlen“ (PNM) warnte gestern vor der "
                    "Flut im Tal.",
                    "Neuen Mühlen"));
  EXPECT_FALSE(has_quotation(
      "en", "“Mills in the Rain” star Ada Roth opened up about her childhood.", "Mills"));
}

TEST(NotSpeech, TitlesFollowTheirNounAndAColon) {
  EXPECT_FALSE(has_quotation(
      "de", "Am Abend stellte er die neue CD der Gruppe vor: „Ein schöner Tag am Wehr“.",
      "schöner Tag"));
}

TEST(NotSpeech, AddressesAreNoWords) {
  EXPECT_FALSE(
      has_quotation("de", "Das teilte er laut „nachrichten.sorel.example“ gestern mit.", "sorel"));
}

TEST(NotSpeech, WhatReadersSawIsNotTheirs) {
  EXPECT_FALSE(has_quotation("en",
                             "“We will close the offices of the mill one by one” is what most "
                             "English readers saw.",
                             "one by one"));
}

TEST(Nested, SomebodyUnnamedSpeaksInSomebodysWords) {
  const char* const text =
      "“One of them said, ‘Let our boys back in or we burn the shed.’ Then they left,” Ilse Morant "
      "said.";
  EXPECT_TRUE(has_quotation("en", text, "Let our boys"));
  EXPECT_EQ(quotation_with(read_in("en", text), "Let our boys").source->text, "One of them");
}

TEST(Attribution, AVerbOfAnEndedRelativeClauseReportsNothing) {
  EXPECT_EQ(source_in("fr",
                      "Les voisins qui menacent de quitter la ville sont « las d'attendre », a "
                      "déclaré Ilse Morant.",
                      "las d"),
            "Ilse Morant");
}

TEST(Attribution, WhoeverIsHeardSpeakingIsTheSource) {
  for (const char* text : {"“The well is ours,” a herder can be heard shouting in the clip.",
                           "In the clip a herder is heard shouting: “The well is ours.”"}) {
    const model::Quotation quotation = quotation_with(read_in("en", text), "well");
    ASSERT_TRUE(quotation.source) << text;
    EXPECT_EQ(quotation.source->text, "a herder") << text;
  }
}

TEST(Attribution, AsSomebodySaysNamesHimBehindAConjunctionThatMayGovern) {
  const model::Quotation quotation = quotation_with(
      read_in("de", "Wie der Hirte Oskar Brandel sagte, „ist der Brunnen leer“."), "Brunnen");
  ASSERT_TRUE(quotation.source);
  EXPECT_EQ(quotation.source->name, "der Hirte Oskar Brandel");
}

}  // namespace
}  // namespace dixit::parser
