#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/parser/quote/reading.h"

namespace dixit::parser {
namespace {

struct Passage {
  std::string_view language;
  std::string_view text;
};

// The words between the marks, as all passages here have them.
std::string_view words_of(std::string_view language) {
  if (language == "en") return "We will burn";
  if (language == "fr") return "Nous brûlerons";
  if (language == "de") return "Wir werden";
  if (language == "es") return "Vamos a quemar";
  if (language == "pt") return "Vamos queimar";
  return "سوف نحرق";
}

// Who is named for the words, "?" for nobody.
std::string named(const Passage& passage) {
  const model::Quotation quotation =
      quotation_with(read_in(passage.language, passage.text), words_of(passage.language));
  return quotation.source ? quotation.source->name : "?";
}

void expect_unnamed(const std::vector<Passage>& passages, std::string_view person) {
  for (const Passage& passage : passages) {
    EXPECT_EQ(named(passage).find(person), std::string::npos) << passage.text;
  }
}

void expect_named(const std::vector<Passage>& passages, std::string_view person) {
  for (const Passage& passage : passages) {
    EXPECT_NE(named(passage).find(person), std::string::npos) << passage.text;
  }
}

TEST(MetWords, AreNotOfWhoReceivesOrFindsThemBeforeAColon) {
  expect_unnamed(
      {{"en", "Mayor Ida Tresk received a letter: “We will burn your house.”"},
       {"en", "Mayor Ida Tresk got a warning: “We will burn your house.”"},
       {"en", "Mayor Ida Tresk keeps getting e-mails: “We will burn your house.”"},
       {"en", "Mayor Ida Tresk found a note on her windscreen: “We will burn your house.”"},
       {"en", "Mayor Ida Tresk posted a screenshot of a message: “We will burn your house.”"},
       {"en", "Mayor Ida Tresk was handed a note: “We will burn your house.”"},
       {"en", "Mayor Ida Tresk said she had received a letter: “We will burn your house.”"},
       {"fr", "La maire Ida Tresk a reçu un courrier : « Nous brûlerons ta maison. »"},
       {"fr", "La maire Ida Tresk a trouvé un mot sur la porte : « Nous brûlerons ta maison. »"},
       {"de", "Ratsfrau Ida Tresk bekam einen Brief: „Wir werden dein Haus verbrennen.“"},
       {"de", "Ratsfrau Ida Tresk fand an ihrer Tür die Worte: „Wir werden dein Haus verbrennen.“"},
       {"de", "Ratsfrau Ida Tresk hat einen Brief gefunden: „Wir werden dein Haus verbrennen.“"},
       {"es", "La alcaldesa Ida Tresk encontró una nota: «Vamos a quemar tu casa»."},
       {"pt", "A prefeita Ida Tresk recebeu uma carta: «Vamos queimar a tua casa»."}},
      "Tresk");
  expect_unnamed({{"ar", "تلقى المحامي سالم الدروبي رسالة: «سوف نحرق بيتك قريبا أيها القاضي»."}},
                 "الدروبي");
}

TEST(MetWords, AreNotOfWhoReceivesOrFindsThemInTheSentenceBefore) {
  expect_unnamed({{"en", "Ida Tresk opened the envelope.\n“We will burn your house tonight.”"},
                  {"en", "Ida Tresk received a letter:\n“We will burn your house tonight.”"}},
                 "Tresk");
}

TEST(MetWords, AreWhoseTheClauseSaysTheyAre) {
  expect_named(
      {{"en", "Ida Tresk got a text from Gavin Dorn: “We will burn your house.”"},
       {"en", "Ida Tresk read a statement on behalf of Gavin Dorn: “We will burn your house.”"},
       {"en", "Ida Tresk received a letter from Gavin Dorn saying: “We will burn your house.”"},
       {"en", "Ida Tresk recalled Dorn’s words: “We will burn your house.”"},
       {"en",
        "The Harbour Herald received a letter, signed by Gavin Dorn: “We will burn the port.”"},
       {"fr",
        "La procureure Ida Tresk a rappelé les propos de Dorn : « Nous brûlerons tout ici. »"},
       {"fr", "Ida Tresk a réagi à la phrase de Jean Dorn, « Nous brûlerons tout ici »."},
       {"de", "Ida Tresk erhielt von Paul Dorn eine Nachricht: „Wir werden dein Haus verbrennen.“"},
       {"de", "Ida Tresk zitierte die Worte von Paul Dorn: „Wir werden dein Haus verbrennen.“"},
       {"es", "La fiscal Ida Tresk leyó un mensaje de Juan Dorn: «Vamos a quemar tu casa»."},
       {"pt", "A promotora Ida Tresk lembrou as palavras de João Dorn: «Vamos queimar tudo»."}},
      "Dorn");
}

TEST(MetWords, AreTheMessagesThatAParticipleSaysThemOf) {
  expect_unnamed(
      {{"en", "Ida Tresk opened an e-mail that said: “We will burn your house.”"},
       {"en", "Ida Tresk got a letter reading: “We will burn your house.”"},
       {"en", "Ida Tresk found a note reading “We will burn your house” in the car."},
       {"en", "Ida Tresk said the school received a call saying “We will burn your house.”"},
       {"fr", "Ida Tresk a reçu un courriel annonçant : « Nous brûlerons ta maison. »"},
       {"de", "Ida Tresk bekam eine Mail, in der stand: „Wir werden dein Haus verbrennen.“"},
       {"de", "Ida Tresk sagte, in dem Brief habe gestanden: „Wir werden dein Haus verbrennen.“"},
       {"de",
        "Ida Tresk veröffentlichte eine Mail, in der es heißt: „Wir werden dein Haus verbrennen.“"},
       {"pt", "Ida Tresk recebeu uma carta dizendo: «Vamos queimar a tua casa»."}},
      "Tresk");
}

TEST(MetWords, AreOfWhoIssuedTheMessageThatAParticipleSaysThemOf) {
  expect_named({{"en", "Gavin Dorn issued a statement saying: “We will burn the port.”"},
                {"en", "Gavin Dorn sent a letter to the council saying: “We will burn the port.”"},
                {"en", "Ida Tresk said Gavin Dorn had sent a text saying “We will burn the port.”"},
                {"fr", "Gavin Dorn a envoyé une lettre disant : « Nous brûlerons le port. »"}},
               "Dorn");
}

TEST(MetWords, AreNotOfWhoReadsThemOutOrHearsThem) {
  expect_unnamed(
      {{"en", "“We will burn your house,” read Ida Tresk, the prosecutor."},
       {"en", "Prosecutor Ida Tresk read aloud: “We will burn your house.”"},
       {"en", "Prosecutor Ida Tresk quoted from the letter: “We will burn your house.”"},
       {"en", "Officer Ida Tresk woke to find “We will burn your house” painted on the wall."},
       {"fr", "« Nous brûlerons ta maison », a entendu la maire Ida Tresk au téléphone."},
       {"fr", "La maire Ida Tresk a lu la lettre : « Nous brûlerons ta maison. »"},
       {"de", "Die Richterin Ida Tresk las vor: „Wir werden dein Haus verbrennen.“"},
       {"de", "„Wir werden dein Haus verbrennen“, las die Richterin Ida Tresk vor."},
       {"de", "Ida Tresk bekam zu hören: „Wir werden dein Haus verbrennen.“"},
       {"es", "«Vamos a quemar tu casa», leyó la fiscal Ida Tresk."},
       {"pt", "«Vamos queimar a tua casa», ouviu a vereadora Ida Tresk ao telefone."}},
      "Tresk");
}

TEST(MetWords, AreOfWhoIsQuotedOrHeard) {
  expect_named({{"en", "“We will burn your house,” the Harbour Herald reported Dorn as saying."},
                {"en", "“We will burn your house,” neighbours heard Dorn shout."},
                {"en", "Ida Tresk heard Gavin Dorn shout: “We will burn your house.”"},
                {"fr", "Ida Tresk a entendu Jean Dorn crier : « Nous brûlerons ta maison. »"},
                {"es", "Ida Tresk oyó a Juan Dorn gritar: «Vamos a quemar tu casa»."},
                {"de", "Ida Tresk zitierte Paul Dorn: „Wir werden dein Haus verbrennen.“"}},
               "Dorn");
  expect_unnamed({{"en", "“We will burn your house,” Ida Tresk quoted him as saying."},
                  {"en", "“We will burn your house,” Ida Tresk recalled him saying."}},
                 "Tresk");
}

TEST(MetWords, AreNotTheNewspapersThatPrintsALetter) {
  expect_unnamed({{"en", "The Harbour Herald published the letter: “We will burn your house.”"}},
                 "Herald");
}

TEST(MetWords, AreNotThoseThatPeopleFindThemselves) {
  expect_named(
      {{"en", "Mayor Gavin Dorn was angry: “We will burn the contract.”"},
       {"en", "Mayor Gavin Dorn found clear words: “We will burn the contract.”"},
       {"en", "Mayor Gavin Dorn described the plan: “We will burn the contract.”"},
       {"en", "Mayor Gavin Dorn dismissed the letter: “We will burn the contract.”"},
       {"en", "Mayor Gavin Dorn, who had received the letter, was furious: “We will burn it all.”"},
       {"en", "Mayor Gavin Dorn was calm after reading the letter: “We will burn it all.”"},
       {"en", "Mayor Gavin Dorn said when he received the letter: “We will burn it all.”"},
       {"en", "Mayor Gavin Dorn sent a message to the rebels: “We will burn it all.”"},
       {"en", "“We will burn it all,” Mayor Gavin Dorn recalled."},
       {"fr", "Pour Gavin Dorn, c’est clair : « Nous brûlerons le contrat. »"},
       {"fr", "Le maire Gavin Dorn a trouvé les mots justes : « Nous brûlerons le contrat. »"},
       {"fr", "Après avoir reçu la lettre, Gavin Dorn est furieux : « Nous brûlerons tout. »"},
       {"fr", "Gavin Dorn a répondu aux propos de Jean Borel : « Nous brûlerons le contrat. »"},
       {"de", "Bürgermeister Paul Dorn fand deutliche Worte: „Wir werden den Vertrag verbrennen.“"},
       {"de", "Paul Dorn war entsetzt, als er den Brief las: „Wir werden alles verbrennen.“"},
       {"de", "Paul Dorn, der den Brief erhielt, ist sauer: „Wir werden alles verbrennen.“"},
       {"de", "Paul Dorn stand in der Halle: „Wir werden den Vertrag verbrennen.“"},
       {"es", "Luis Dorn respondió a la carta: «Vamos a quemar el contrato»."},
       {"pt", "O prefeito Luís Dorn mostrou irritação: «Vamos queimar o contrato»."}},
      "Dorn");
}

TEST(MetWords, AreNotTheThreatsThemselves) {
  EXPECT_EQ(named({"en", "Threat: “We will burn your house.” Dorn: “I was afraid.”"}), "?");
}

}  // namespace
}  // namespace dixit::parser
