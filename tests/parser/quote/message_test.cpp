#include <gtest/gtest.h>

#include <string>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

using model::Evidential;
using model::HopRole;

TEST(Message, AChannelTakenUpIsNamedAsItWasIntroduced) {
  const auto document = read_in(
      "fr",
      "Un tract circule depuis lundi dans le port. «Quittez les docks ou vous brûlerez», proclame "
      "ce tract.");
  EXPECT_EQ(hops(quotation_with(document, "docks"), HopRole::Channel), "Un tract");
}

TEST(Message, WordsReadFromAMessageHaveNoSpeakerWhenItsAuthorIsUnknown) {
  const auto document = read_in(
      "fr",
      "Une lettre a été reçue lundi par Ilse Morant. «Quittez la ville ou vous brûlerez», y "
      "lit-on.");
  const auto quotation = quotation_with(document, "ville");
  EXPECT_FALSE(quotation.source.has_value());
  EXPECT_EQ(hops(quotation, HopRole::Channel), "Une lettre");
}

TEST(Message, ItsSignatoryIsTheSpeaker) {
  const auto document = read_in(
      "es",
      "Una pancarta firmada por el cártel del Almendro apareció el lunes. «Váyanse o van a arder», "
      "se leía en la pancarta.");
  const auto quotation = quotation_with(document, "arder");
  ASSERT_TRUE(quotation.source.has_value());
  EXPECT_EQ(quotation.source->name, "el cártel del Almendro");
  EXPECT_EQ(hops(quotation, HopRole::Channel), "Una pancarta");
}

TEST(Message, AnAttributedMessageIsHedged) {
  const auto document = read_in(
      "en",
      "A leaflet attributed to the Salt Brigade was found on Monday. “Leave the docks or burn,” "
      "the leaflet said.");
  const auto quotation = quotation_with(document, "docks");
  ASSERT_TRUE(quotation.source.has_value());
  EXPECT_EQ(quotation.source->name, "the Salt Brigade");
  EXPECT_EQ(quotation.evidential, Evidential::Hedged);
}

TEST(Message, AHedgedReportOfItHedgesWhatIsReadFromIt) {
  const auto document = read_in(
      "en",
      "Gunmen have reportedly handed out leaflets in the valley. “Leave or burn,” the leaflets "
      "said.");
  EXPECT_EQ(quotation_with(document, "burn").evidential, Evidential::Hedged);
}

TEST(Message, WhoPassedItOnStandsInTheChainOfWhatIsReadFromIt) {
  const auto document = read_in(
      "es",
      "La milicia del Almendro difundió un vídeo, replicado por decenas de cuentas. «El puerto "
      "arderá», afirma un hombre en las imágenes.");
  const auto quotation = quotation_with(document, "puerto");
  EXPECT_EQ(hops(quotation, HopRole::Channel), "un vídeo");
  EXPECT_EQ(hops(quotation, HopRole::Republisher), "decenas de cuentas");
}

TEST(Message, AKnownMessageIsTheOneTheThreatBeforeStoodIn) {
  const auto document = read_in("en",
                                "The Salt Brigade has vowed to burn the docks “down to the last "
                                "plank”.\n\n“You were warned,” "
                                "a masked man says in the video, released by Tern Media.");
  const auto quotation = quotation_with(document, "plank");
  EXPECT_EQ(hops(quotation, HopRole::Channel), "the video");
  EXPECT_EQ(hops(quotation, HopRole::Broadcaster), "Tern Media");
}

TEST(Message, AStationSomebodyIsHeardOnHoldsUntilSomebodyElseSpeaks) {
  const auto document = read_in(
      "fr",
      "Le colonel Valdoise a parlé dimanche sur les ondes de Radio Goéland. «Le port brûlera», "
      "a-t-il prévenu. «Nous l'éteindrons», a répondu la préfète Ilse Morant.");
  EXPECT_EQ(hops(quotation_with(document, "brûlera"), HopRole::Broadcaster), "Radio Goéland");
  EXPECT_EQ(hops(quotation_with(document, "éteindrons"), HopRole::Broadcaster), "");
}

TEST(Message, ALaterSentenceSaysWhoSpottedIt) {
  const auto document = read_in(
      "en",
      "In a video, a masked man warned: “The port will burn.” The video was first reported by the "
      "SITE Intelligence Group.");
  EXPECT_EQ(hops(quotation_with(document, "port"), HopRole::Monitor), "SITE Intelligence Group");
}

TEST(Message, TheMessageBesideTheWordsSpeaksRatherThanWhoIsCited) {
  const auto document = read_in(
      "en", "“Leave or burn,” the leaflets are said to read, according to the Harbour Herald.");
  const auto quotation = quotation_with(document, "burn");
  ASSERT_TRUE(quotation.source.has_value());
  EXPECT_EQ(quotation.source->name, "the leaflets");
  EXPECT_NE(hops(quotation, HopRole::Outlet), "");
}

TEST(Message, WhoThreatensInItIsItsAuthor) {
  const auto document = read_in(
      "es",
      "El grupo armado Almendro amenazó en un comunicado con atacar el puerto. «El puerto arderá», "
      "advierte el texto.");
  const auto quotation = quotation_with(document, "arderá");
  ASSERT_TRUE(quotation.source.has_value());
  EXPECT_EQ(quotation.source->name, "El grupo armado Almendro");
}

TEST(Message, WhoIsNamedInItsWordsIsNotItsAuthor) {
  const auto document = read_in(
      "en",
      "The mayor wrote a letter. The letter demanded that Hector Valdoise make “a full public "
      "apology”.");
  const auto quotation = quotation_with(document, "apology");
  ASSERT_TRUE(quotation.source.has_value());
  EXPECT_EQ(quotation.source->name.find("Valdoise"), std::string::npos);
}

TEST(Message, AnotherMessagesSpeakerIsNotDrawnIn) {
  const auto document = read_in(
      "en",
      "A letter was sent to the harbour office on Monday.\n\n“The bridge will stay open,” Mayor "
      "Hector Valdoise said.");
  EXPECT_EQ(hops(quotation_with(document, "bridge"), HopRole::Channel), "");
}

TEST(Message, WhoSpeaksBesideAPoliceStatementHasNotIssuedIt) {
  const auto document =
      read_in("en",
              "“Drop the plan,” the caller said, according to a police statement first seen by the "
              "Wexcombe "
              "Post. The mayor later found a note at home. “We know your house,” it read.");
  const auto note = quotation_with(document, "your house");
  ASSERT_TRUE(note.source.has_value());
  EXPECT_EQ(note.source->name, "");
  EXPECT_EQ(hops(note, HopRole::Channel), "a note");
  EXPECT_EQ(hops(quotation_with(document, "Drop"), HopRole::Channel), "a police statement");
}

TEST(Message, ALeadTellsOfTheMessageThatIsReadNext) {
  const auto document = read_in(
      "es",
      "El Frente Sorel amenazó hoy con quemar los muelles de Mirren.\n\nEn un comunicado leído en "
      "Radio Almendro, el grupo advierte: «Cada barco que zarpe dejará un muerto».");
  EXPECT_EQ(hops(quotation_with(document, "quemar"), HopRole::Channel), "un comunicado");
}

TEST(Message, ALeadDoesNotTellOfSomebodyElsesMessage) {
  const auto document = read_in(
      "es",
      "El Frente Sorel amenazó hoy con quemar los muelles de Mirren.\n\nEn un comunicado, la "
      "alcaldesa Ilse Morant respondió: «El puerto seguirá abierto toda la semana».");
  EXPECT_EQ(hops(quotation_with(document, "quemar"), HopRole::Channel), "");
}

}  // namespace
}  // namespace dixit::parser
