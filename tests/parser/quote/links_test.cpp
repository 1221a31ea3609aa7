#include <gtest/gtest.h>

#include <string>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

using model::HopRole;

std::string hops_of(std::string_view language, std::string_view text, std::string_view part,
                    HopRole role) {
  return hops(quotation_with(read_in(language, text), part), role);
}

TEST(Links, TheLexiconsPrepositionIsNoPartOfAChannel) {
  EXPECT_EQ(hops_of("en", "“The bridge stays,” Hector Valdoise told AFP by telephone.", "bridge",
                    HopRole::Channel),
            "telephone");
}

TEST(Links, APostAndItsPlatformAreTwoChannels) {
  const auto document =
      read_in("es", "«El puerto arderá», dijo Hector Valdoise en un audio de WhatsApp.");
  const auto names = hops(quotation_with(document, "puerto"), HopRole::Channel);
  EXPECT_NE(names.find("un audio"), std::string::npos) << names;
  EXPECT_NE(names.find("WhatsApp"), std::string::npos) << names;
}

TEST(Links, AMessageSpokenOfInPassingIsNoChannel) {
  EXPECT_EQ(hops_of("en",
                    "“The bridge stays,” Hector Valdoise said, a day after a letter was shared "
                    "by thousands.",
                    "bridge", HopRole::Channel),
            "");
}

TEST(Links, ANameThatNewspapersBearIsAnOutletWhereItIsTold) {
  EXPECT_EQ(hops_of("en", "“The bridge stays,” Hector Valdoise told the Harbour Herald.", "bridge",
                    HopRole::Outlet),
            "Harbour Herald");
  EXPECT_EQ(
      hops_of("en", "“The Harbour Herald stays,” Hector Valdoise said.", "stays", HopRole::Outlet),
      "");
}

TEST(Links, WhoIsThreatenedIsNoOutletOfTheChain) {
  EXPECT_EQ(hops_of("en",
                    "Hector Valdoise threatened to sue the website Tidemark, calling it “a nest of "
                    "liars”.",
                    "nest", HopRole::Outlet),
            "");
}

TEST(Links, WhoPublishedAgainIsARepublisher) {
  EXPECT_EQ(hops_of("en",
                    "“The port will burn,” says a statement translated by the Tern Institute and "
                    "reposted by the Salt Journal.",
                    "port", HopRole::Republisher),
            "the Salt Journal");
}

TEST(Links, ATranslatorIsAMonitorOnlyWhereTheTextCallsItOne) {
  const std::string_view plain =
      "“The port will burn,” says a statement translated by the SITE Intelligence Group.";
  EXPECT_EQ(hops_of("en", plain, "port", HopRole::Translator), "SITE Intelligence Group");
  EXPECT_EQ(hops_of("en", plain, "port", HopRole::Monitor), "");
}

TEST(Links, ASpokesmanThroughWhomAGroupSpeaks) {
  EXPECT_EQ(hops_of("es",
                    "«El puerto arderá», dijo el Frente del Almendro en un comunicado leído por su "
                    "portavoz, alias Gaviota.",
                    "puerto", HopRole::Spokesperson),
            "Gaviota");
}

TEST(Links, TheInvestigatorsWhoHeardHimAreALink) {
  EXPECT_EQ(hops_of("fr", "«Je n'ai rien dit», a assuré Hector Valdoise aux enquêteurs.", "rien",
                    HopRole::Authority),
            "enquêteurs");
}

TEST(Links, ACourtroomIsOpenToTheReporter) {
  EXPECT_EQ(hops_of("en", "“I said nothing,” Hector Valdoise told the court.", "nothing",
                    HopRole::Authority),
            "");
}

TEST(Links, WhomACarrierCitesIsALinkToo) {
  EXPECT_EQ(hops_of("en",
                    "“The port will burn,” the man said, according to the Harbour Herald, which "
                    "quoted two residents.",
                    "port", HopRole::Witness),
            "two residents");
}

TEST(Links, FiguresAndPicturesAreNoWitnesses) {
  EXPECT_EQ(hops_of("es", "«El puerto arderá», decía Hector Valdoise, según una fotografía.",
                    "puerto", HopRole::Witness),
            "");
}

TEST(Links, AnAgencyIsNotTheSpeakerWhoseWordsItHandsOn) {
  const auto document = read_in(
      "en", "“We hear it each spring,” Hector Valdoise said, according to the Yonhap news agency.");
  const auto quotation = quotation_with(document, "spring");
  ASSERT_TRUE(quotation.source.has_value());
  EXPECT_EQ(quotation.source->name, "Hector Valdoise");
  EXPECT_NE(hops(quotation, HopRole::Agency), "");
}

TEST(Links, AnOutletsNameInMarksIsOneWhereItIsTold) {
  EXPECT_EQ(hops_of("de", "„Die Brücke bleibt offen“, sagte Hector Valdoise dem „Kap-Kurier“.",
                    "Brücke", HopRole::Outlet),
            "Kap-Kurier");
}

TEST(Links, ATranslatorBeforeAVerbThatClosesItsClause) {
  EXPECT_EQ(hops_of("de",
                    "„Der Hafen brennt“, sagt ein Vermummter in dem Video, das von der Gruppe "
                    "Nordlicht übersetzt wurde.",
                    "Hafen", HopRole::Translator),
            "der Gruppe Nordlicht");
}

TEST(Links, WhoReceivedAMessageHasNotHandedItOn) {
  EXPECT_EQ(
      hops_of("es", "«El puerto arderá», decía un mensaje recibido por la periodista Ilse Morante.",
              "puerto", HopRole::Outlet),
      "");
}

TEST(Links, WhoWasToldOnceNeedNotHaveHeardWhatOthersTell) {
  const auto document = read_in(
      "en",
      "“The bridge stays,” Hector Valdoise told the Harbour Herald.\n\n“I will burn this barn,” "
      "Hector Valdoise allegedly said.");
  EXPECT_EQ(hops(quotation_with(document, "bridge"), HopRole::Outlet), "Harbour Herald");
  EXPECT_EQ(hops(quotation_with(document, "barn"), HopRole::Outlet), "");
}

TEST(Links, ADatelineWithPlaceAndDateNeedsNoDash) {
  EXPECT_EQ(
      hops_of("en", "Port Sorel, Jan 23 (IANS) “The bridge stays,” Hector Valdoise said on Monday.",
              "bridge", HopRole::Agency),
      "IANS");
}

TEST(Links, AnotherQuotationsSourceIsNoLink) {
  EXPECT_EQ(hops_of("en",
                    "The Harbour Herald praised its “sly and patient wit”, while Reuters found it "
                    "“as slow as the tide”.",
                    "sly", HopRole::Agency),
            "");
}

TEST(Links, WhatOwnsSomethingIsNoChannel) {
  EXPECT_EQ(hops_of("en",
                    "A message promises attacks on the social network's offices, the group wrote: "
                    "“We will burn them all.”",
                    "burn", HopRole::Channel)
                .find("social network"),
            std::string::npos);
}

TEST(Links, AVerbsFormIsNoWriting) {
  EXPECT_EQ(hops_of("es", "«El puerto arderá», habría escrito Hector Valdoise en una carta.",
                    "puerto", HopRole::Channel),
            "una carta");
}

TEST(Links, ANetworkThatSpeaksIsNoMessage) {
  EXPECT_EQ(hops_of("en", "“The accounts stay closed,” the social network Corvina said.",
                    "accounts", HopRole::Channel),
            "");
}

TEST(Links, APlaceBeforeTheNounIsPartOfTheMonitor) {
  EXPECT_EQ(hops_of("en",
                    "In a message translated by a Wexcombe monitoring group, the rebels wrote: “We "
                    "will burn the harbour.”",
                    "harbour", HopRole::Translator),
            "a Wexcombe monitoring group");
}

TEST(Links, AClosingClauseNamesAnAuthorityWithoutArticleOrBehindItsVerb) {
  const auto spoken = read_in(
      "en", "“I will burn the mill,” he allegedly told a neighbour, Ada Roth, prosecutors said.");
  EXPECT_EQ(hops(quotation_with(spoken, "burn"), model::HopRole::Authority), "prosecutors");
  const auto inverted = read_in(
      "fr", "« Je brûlerai le moulin », aurait dit Abel Dorn à sa sœur, révèlent les enquêteurs.");
  EXPECT_EQ(hops(quotation_with(inverted, "brûlerai"), model::HopRole::Authority),
            "les enquêteurs");
}

TEST(Links, WhoGotHoldOfAMessageIsNamedInAClauseAboutIt) {
  const auto outlet = [](const char* language, const char* text, const char* part) {
    return hops(quotation_with(read_in(language, text), part), model::HopRole::Outlet);
  };
  EXPECT_EQ(outlet("en",
                   "“We will burn the mill,” he wrote in an e-mail that the Harbour Gazette has "
                   "seen.",
                   "burn"),
            "Harbour Gazette");
  EXPECT_EQ(outlet("fr",
                   "« Nous brûlerons le moulin », écrit le groupe dans une lettre que Le Phare du "
                   "Port a pu consulter.",
                   "brûlerons"),
            "Le Phare du Port");
  EXPECT_EQ(outlet("es",
                   "«Quemaremos el molino», dijo Abel Dorn en una carta a la que tuvo acceso El "
                   "Faro del Puerto.",
                   "Quemaremos"),
            "El Faro del Puerto");
  EXPECT_EQ(
      outlet("en",
             "“We will burn the mill,” he wrote to the club that the Harbour Gazette sponsors.",
             "burn"),
      "");
}

TEST(Links, AVerbBehindTheWordsIsNoAccount) {
  const auto document = read_in("es", "«Esperé dos días en el molino», cuenta Abel Dorn.");
  EXPECT_EQ(hops(quotation_with(document, "Esperé"), model::HopRole::Channel), "");
}

TEST(Links, ACarriersNameMayStandInMarksAndACaseMayGovernIt) {
  const auto told = read_in("de", "„Wir kommen wieder zur Mühle“, sagte Borel der Zeitung „Bote“.");
  const auto words = quotation_with(told, "Mühle");
  EXPECT_EQ(hops(words, model::HopRole::Outlet), "der Zeitung „Bote“");
  ASSERT_TRUE(words.source);
  EXPECT_EQ(words.source->text, "Borel");
  const auto owner = read_in("de", "„Wir kommen wieder“, sagte der Chef der Zeitung „Bote“.");
  EXPECT_EQ(hops(quotation_with(owner, "kommen"), model::HopRole::Outlet), "");
}

TEST(Links, WhoMadeAMessageKnownIsNamedInAClauseAboutIt) {
  const auto aired = read_in(
      "fr", "« Nous reviendrons au moulin », dit Dorn dans une vidéo que Radio Roseau a diffusée.");
  EXPECT_EQ(hops(quotation_with(aired, "reviendrons"), model::HopRole::Broadcaster),
            "Radio Roseau");
  const auto emitted = read_in(
      "es", "«Volveremos al molino», dijo Dorn en un video que emitió el canal Radio Presa.");
  EXPECT_EQ(hops(quotation_with(emitted, "Volveremos"), model::HopRole::Broadcaster),
            "el canal Radio Presa");
}

}  // namespace
}  // namespace dixit::parser
