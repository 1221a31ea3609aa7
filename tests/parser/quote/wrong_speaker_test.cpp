#include <gtest/gtest.h>

#include "tests/parser/quote/told.h"

// Who is not to be named as the author of words: whoever receives, reads, shows or is told them,
// and whoever merely stands nearest to the verb that reports.

namespace dixit::parser {
namespace {

class OfMessages : public testing::TestWithParam<Told> {};

TEST_P(OfMessages, OnlyWhoGivesOneOutIsItsAuthor) {
  EXPECT_EQ(name_in(GetParam()), GetParam().name);
}

INSTANTIATE_TEST_SUITE_P(
    WrongSpeaker, OfMessages,
    testing::Values(
        Told{"en", "Ida Morrow opened a letter on Monday. “We will kill you,” the letter said.",
             "kill you", "the letter"},
        Told{"en", "Ida Morrow read a letter aloud. “We will kill you,” the letter said.",
             "kill you", "the letter"},
        Told{"en", "Ida Morrow told police about a letter. “We will kill you,” the letter said.",
             "kill you", "the letter"},
        Told{"en", "Ida Morrow shared the message on Monday. “We will kill you,” the message said.",
             "kill you", "the message"},
        Told{"en", "Ida Morrow was threatened in a letter. “We will kill you,” the letter said.",
             "kill you", "the letter"},
        Told{"en", "Police received a letter. “We will kill you,” it said.", "kill you", ""},
        Told{"fr", "Ida Morrow a lu la lettre. « Nous te tuerons », dit la lettre.", "tuerons",
             "la lettre"},
        Told{"fr",
             "Ida Morrow a publié une lettre qu'elle avait reçue. « Nous te tuerons », dit la "
             "lettre.",
             "tuerons", "la lettre"},
        Told{"es", "Ida Morrow leyó la carta en público. «Te vamos a matar», decía la carta.",
             "matar", "la carta"},
        Told{"de",
             "Der Richterin Ida Morrow wurde in einem Brief gedroht. „Wir werden dich töten“, "
             "hieß es in dem Brief.",
             "töten", "dem Brief"},
        Told{"pt", "Ida Morrow foi ameaçada numa carta. «Vamos matar-te», dizia a carta.",
             "matar-te", "a carta"},
        Told{"en", "Ilse Braun had a warning for the rebels: “We will burn your camps tonight.”",
             "camps", "Ilse Braun"},
        // Who does give it out is named, and so is whom it is from.
        Told{"en",
             "A letter from the Free Front reached the paper. “We will kill you,” the letter "
             "said.",
             "kill you", "the Free Front"},
        Told{"en",
             "Salem Drubi threatened the court in a letter obtained by the Harbour Herald. “We "
             "will kill you,” the letter said.",
             "kill you", "Salem Drubi"},
        Told{"fr",
             "Salem Droubi menace le tribunal dans un message que Radio Trois Rives a pu "
             "consulter. « Nous vous tuerons », poursuit le message.",
             "tuerons", "Salem Droubi"},
        Told{"en", "Salem Drubi released a statement. “We will kill you,” the statement said.",
             "kill you", "Salem Drubi"},
        Told{"en", "Salem Drubi sent a letter to the court. “We will kill you,” the letter said.",
             "kill you", "Salem Drubi"},
        Told{"en",
             "Police received a letter from the rebel chief Salem Drubi. The letter said: “We "
             "will kill you.”",
             "kill you", "the rebel chief Salem Drubi"},
        Told{"fr",
             "Salem Droubi a menacé le tribunal dans une lettre. « Nous vous tuerons », dit "
             "la lettre.",
             "tuerons", "Salem Droubi"},
        Told{"de",
             "Salem Drubi hat am Montag eine Erklärung veröffentlicht. „Wir werden euch "
             "töten“, hieß es in der Erklärung.",
             "töten", "Salem Drubi"}));

class OfPassives : public testing::TestWithParam<Told> {};

TEST_P(OfPassives, WhoIsToldHasNotSaidIt) {
  const auto quotation =
      quotation_with(read_in(GetParam().language, GetParam().text), GetParam().part);
  EXPECT_FALSE(quotation.source.has_value());
  ASSERT_TRUE(quotation.threat.target.has_value());
  EXPECT_EQ(quotation.threat.target->text, GetParam().name);
}

INSTANTIATE_TEST_SUITE_P(
    WrongSpeaker, OfPassives,
    testing::Values(
        Told{"en", "The judge Ida Morrow was told: “We will kill you tonight.”", "tonight",
             "The judge Ida Morrow"},
        Told{"en", "“We will kill you tonight,” the judge Ida Morrow was warned in a letter.",
             "tonight", "the judge Ida Morrow"},
        Told{"en", "Ida Morrow has been threatened on Facebook: “We will kill you tonight.”",
             "tonight", "Ida Morrow"},
        Told{"fr",
             "La juge Ida Morrow a été menacée dans une lettre : « Nous vous tuerons ce soir. »",
             "ce soir", "La juge Ida Morrow"},
        Told{"es", "La jueza Ida Morrow fue amenazada: «Los vamos a matar esta noche».", "matar",
             "La jueza Ida Morrow"},
        Told{"de", "Die Richterin Ida Morrow wurde bedroht: „Wir werden dich heute töten.“",
             "töten", "Die Richterin Ida Morrow"},
        Told{"pt", "A juíza Ida Morrow foi ameaçada numa carta: «Vamos matar-te esta noite».",
             "matar-te", "A juíza Ida Morrow"}));

class OfClauses : public testing::TestWithParam<Told> {};

TEST_P(OfClauses, ANounInAnotherClauseIsNoSubject) {
  EXPECT_EQ(name_in(GetParam()), GetParam().name);
}

INSTANTIATE_TEST_SUITE_P(
    WrongSpeaker, OfClauses,
    testing::Values(
        Told{"en", "The officer who arrested the gunman said: “He is lucky to be alive today.”",
             "lucky", "The officer"},
        Told{"en", "The gang that attacked the mayor threatened to kill his wife.", "kill",
             "The gang"},
        Told{"en", "A gang whose members she expelled from school threatened to burn her home.",
             "burn", "A gang"},
        Told{"en", "The mayor resigned after a man threatened to kill him.", "kill", "a man"},
        Told{"en", "Shops have closed since the rebels threatened to burn the town.", "burn",
             "the rebels"},
        Told{"en", "The mayor said a man he had fired threatened to kill him.", "kill him",
             "a man"},
        Told{"en", "The mayor whose lawyer said “we will go on with it” is ill.", "go on",
             "whose lawyer"},
        Told{"fr",
             "Le policier qui a arrêté le tireur a déclaré : « Il a de la chance d'être en "
             "vie. »",
             "chance", "Le policier"},
        Told{"fr", "Une bande dont elle a exclu les membres a menacé de brûler sa maison.",
             "brûler", "Une bande"},
        Told{"fr", "La femme que le maire accuse a déclaré : « Je ne lui dois rien du tout. »",
             "dois", "La femme"},
        Told{"es", "Una banda cuyos miembros ella expulsó amenazó con quemar su casa.", "quemar",
             "Una banda"},
        Told{"pt", "O policial que prendeu o atirador declarou: «Ele tem sorte de estar vivo».",
             "sorte", "O policial"}));

class OfObjects : public testing::TestWithParam<Told> {};

TEST_P(OfObjects, WhoeverIsThreatenedDoesNotThreaten) {
  EXPECT_EQ(name_in(GetParam()), GetParam().name);
}

INSTANTIATE_TEST_SUITE_P(
    WrongSpeaker, OfObjects,
    testing::Values(
        Told{"en", "Gavin Trask, 34, threatened the judge: “I will kill you tonight.”", "tonight",
             "Gavin Trask"},
        Told{"en", "Gavin Trask, arrested on Tuesday, warned the mayor: “I will kill you tonight.”",
             "tonight", "Gavin Trask"},
        Told{"fr",
             "Jean Borel, 34 ans, a menacé la juge Odile Martel : « Je vais te tuer ce soir. »",
             "ce soir", "Jean Borel"},
        Told{"fr", "Jean Borel, interpellé mardi, a insulté la juge : « Je vais te tuer ce soir. »",
             "ce soir", "Jean Borel"},
        Told{"pt", "João Borel, detido na terça, ameaçou a juíza: «Vou te matar esta noite».",
             "matar", "João Borel"},
        Told{"de", "Der Polizei drohte die Schwarze Front: „Wir bringen euch um.“", "bringen",
             "die Schwarze Front"},
        Told{"de", "Der Richterin drohte der Angeklagte: „Ich bringe dich um.“", "bringe",
             "der Angeklagte"},
        Told{"de", "Die Richterin warnte der Anwalt: „Das wird Folgen haben.“", "Folgen",
             "der Anwalt"},
        Told{"de", "Die Polizistin bedrohte der Mann mit den Worten: „Ich bringe dich um.“",
             "bringe", "der Mann"},
        Told{"de", "Die Ministerin lobte den Richter: „Das wird Folgen haben.“", "Folgen",
             "Die Ministerin"},
        Told{
            "en",
            "The man who shot the mayor, aged 34, threatened the judge: “I will kill you tonight.”",
            "tonight", "The man"},
        Told{"fr", "Paul Réau s'est entendu dire : « Je vais te tuer ce soir. »", "ce soir", ""},
        Told{"fr", "Le maire s'est vu répondre : « Je vais te tuer ce soir. »", "ce soir", ""},
        Told{"fr", "La juge s'est fait menacer par Jean Borel : « Je vais te tuer ce soir. »",
             "ce soir", "Jean Borel"},
        Told{"fr", "Le maire s'est fait entendre et a déclaré : « Nous fermerons le port. »",
             "port", "Le maire"},
        Told{"es", "Juan Rey se oyó decir: «Te voy a matar esta noche».", "matar", ""},
        Told{"pt", "O prefeito ouviu-se dizer: «Vou te matar esta noite».", "matar", ""},
        Told{"fr",
             "Le chef de gang Ernesto Tovar, que traque le colonel Luis Quiros, a juré : « Je vais "
             "te tuer ce soir. »",
             "ce soir", ""},
        Told{
            "fr",
            "Le chef de gang Ernesto Tovar, que la police recherche, a juré : « Je vais te tuer. »",
            "tuer", ""},
        Told{"fr", "Paul Réau, que traque le colonel Luis Quiros, a juré : « Je vais te tuer. »",
             "tuer", "Paul Réau"},
        // A subject that does stand behind its verb is one.
        Told{"fr", "« Je vais te tuer ce soir », a prévenu Milos Varga.", "ce soir", "Milos Varga"},
        Told{"de", "Der Richter warnte die Beamten: „Das wird Folgen haben.“", "Folgen",
             "Der Richter"},
        Told{"de", "Der Richter drohte der Nachbarin: „Ich bringe dich um.“", "bringe",
             "Der Richter"},
        Told{"de", "Der Ermittler sagte: „Ich bringe dich um.“", "bringe", "Der Ermittler"},
        Told{"de", "Die Polizei drohte der Menge: „Wir werden schießen.“", "schießen",
             "Die Polizei"}));

class OfNames : public testing::TestWithParam<Told> {};

TEST_P(OfNames, ANameEndsWhereAnotherBegins) { EXPECT_EQ(name_in(GetParam()), GetParam().name); }

INSTANTIATE_TEST_SUITE_P(
    WrongSpeaker, OfNames,
    testing::Values(
        Told{"de", "„Ich bringe dich um“, sagte Karl Borel zu Paul Rau.", "bringe", "Karl Borel"},
        Told{"de", "„Ich bringe dich um“, schrieb Karl Borel seiner Frau.", "bringe", "Karl Borel"},
        Told{"de", "„Ich bringe dich um“, drohte Karl Borel der Richterin.", "bringe",
             "Karl Borel"},
        Told{"de", "Jan Borel drohte: „Ich bringe dich um.“", "bringe", "Jan Borel"},
        Told{"de", "„Ich bringe dich um“, rief ihr Lars Stote nach.", "bringe", "Lars Stote"},
        Told{"de", "„Das geht nicht“, sagte ihr Anwalt Lars Stote.", "geht",
             "ihr Anwalt Lars Stote"},
        Told{"de", "„Ich bringe dich um“, sagte Jan zu Mia.", "bringe", "Jan"},
        Told{"fr", "L'Aube noire, un groupe armé, a menacé : « Nous tuerons les otages. »",
             "otages", "L'Aube noire"},
        Told{"fr", "Le groupe Aube noire a menacé : « Nous tuerons les otages. »", "otages",
             "Le groupe Aube noire"},
        Told{"en", "“I will kill you tonight,” April Dunn said.", "tonight", "April Dunn"},
        Told{"es", "«Te voy a matar esta noche», dijo Abril Soto.", "matar", "Abril Soto"},
        Told{"en",
             "President Milos Varga met Prime Minister Edda Lorne on Friday. “We agree on it "
             "all,” Varga said.",
             "agree", "President Milos Varga"},
        Told{"en", "Amy Poole had left Gavin Trask. “I will kill you tonight,” Trask wrote.",
             "tonight", "Gavin Trask"}));

class OfVerbsAlone : public testing::TestWithParam<Told> {};

TEST_P(OfVerbsAlone, SomebodyElseNearMakesTheirSubjectUnknown) {
  EXPECT_EQ(name_in(GetParam()), GetParam().name);
}

INSTANTIATE_TEST_SUITE_P(
    WrongSpeaker, OfVerbsAlone,
    testing::Values(
        Told{"es",
             "La policía detuvo a Martín Salcedo. «Te voy a matar esta noche», le dijo a su "
             "vecina.",
             "matar", ""},
        Told{"es", "Luis Prado fue amenazado por Martín Salcedo. «Te mato esta noche», le dijo.",
             "mato", ""},
        Told{"es", "Luis Prado recibió amenazas. «Te vamos a matar», le dijeron.", "matar", ""},
        Told{"pt",
             "O Ministério Público acusa Martim Salgado de ameaças. «Vou te matar esta "
             "noite», escreveu à chefe.",
             "matar", ""},
        Told{"es",
             "El abogado se acercó al estrado y bajó la voz. «Su madre vive sola», le habría "
             "susurrado.",
             "madre", "El abogado"}));

}  // namespace
}  // namespace dixit::parser
