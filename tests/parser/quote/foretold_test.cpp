#include <gtest/gtest.h>

#include <tuple>
#include <utility>

#include "tests/parser/quote/threat_reading.h"

namespace dixit::parser {
namespace {

using model::ThreatClass;

TEST(Foretold, HarmThatOthersDoIsNoThreatOfWhoWarns) {
  for (const auto& [language, text] :
       {std::pair("en",
                  "“If the raiders take the valley, they will kill everyone,” the baker warned."),
        std::pair("fr",
                  "« Si les pillards prennent la vallée, ils tueront tout le monde », a averti le "
                  "boulanger."),
        std::pair("de", "Der Bäcker warnte, die Flut werde Hunderte töten, wenn niemand gehe.")}) {
    for (const model::Quotation& quotation : read_in(language, text).quotations) {
      EXPECT_EQ(quotation.threat.threat_class, ThreatClass::None) << text;
    }
  }
}

TEST(Foretold, DeathOfAnybodyIsAPrediction) {
  for (const auto& [language, text, part] :
       {std::tuple("fr", "« Si la digue cède, des gens mourront », a averti la boulangère.",
                   "digue"),
        std::tuple("de", "„Wenn der Deich bricht, werden Menschen sterben“, warnte die Bäckerin.",
                   "Deich")}) {
    EXPECT_EQ(threat_in(language, text, part), ThreatClass::None) << text;
  }
}

TEST(Foretold, IsAThreatFromWhoBearsArms) {
  EXPECT_EQ(threat_in("en", "“If they cross the river, people will die,” the rebel chief warned.",
                      "river"),
            ThreatClass::Violent);
}

TEST(TerseTerms, AreAThreatInTwoHalves) {
  for (const auto& [language, text, part] :
       {std::tuple("en", "“Talk and you die,” Brandel told her.", "Talk"),
        std::tuple("en", "“One step closer and I shoot,” Brandel shouted.", "step"),
        std::tuple("fr", "« Parle et tu meurs », lui a dit Brandel.", "Parle"),
        std::tuple("de", "„Zahlt, oder wir töten ihn“, sagte Brandel.", "Zahlt"),
        std::tuple("de", "„Noch ein Schritt, und ich schieße“, rief Brandel.", "Schritt"),
        std::tuple("es", "«Un paso más y disparo», gritó Brandel.", "paso"),
        std::tuple("pt", "«Fala e morres», disse Brandel.", "Fala")}) {
    EXPECT_EQ(threat_in(language, text, part), ThreatClass::Violent) << text;
  }
}

TEST(TerseTerms, NeedHarmInTheirSecondHalf) {
  EXPECT_EQ(threat_in("en", "“One more goal and we dance,” Brandel said.", "goal"),
            ThreatClass::None);
  EXPECT_EQ(threat_in("en", "“Talk and you learn,” Brandel said.", "Talk"), ThreatClass::None);
}

TEST(Pursuit, OfWrongdoersIsNoViolence) {
  EXPECT_EQ(threat_in("en", "“We will hunt down the killers,” the police chief said.", "killers"),
            ThreatClass::None);
  EXPECT_NE(threat_in("en", "“We will find him and bring him to justice,” the police chief said.",
                      "find him"),
            ThreatClass::Violent);
  EXPECT_EQ(threat_in("en", "“We will hunt down the killers,” the rebel chief said.", "killers"),
            ThreatClass::Violent);
}

TEST(HarmlessObject, IsKilledWithoutAThreat) {
  for (const auto& [language, text, part] :
       {std::tuple("en", "“We will kill the weeds,” said Brandel.", "weeds"),
        std::tuple("en", "“We will kill this bill,” said Brandel.", "bill"),
        std::tuple("de", "„Wir werden das Unkraut vernichten“, sagte Brandel.", "Unkraut"),
        std::tuple("fr", "« Nous allons tuer les mauvaises herbes », a dit Brandel.", "herbes")}) {
    EXPECT_EQ(threat_in(language, text, part), ThreatClass::None) << text;
  }
}

TEST(LabourNoun, MakesAStrikeAStoppage) {
  EXPECT_EQ(threat_in("en", "“We will strike on Friday if nobody pays,” the union leader said.",
                      "strike"),
            ThreatClass::Coercive);
  EXPECT_EQ(threat_in("en", "“We will strike on Friday if nobody pays,” the rebel leader said.",
                      "strike"),
            ThreatClass::Violent);
}

// An article was taken for a relative pronoun, and the speaker for somebody else.
TEST(HarmVerb, HasItsSubjectBeforeAnObjectWithAnArticle) {
  EXPECT_EQ(threat_in("de", "„Wir werden das Rathaus sprengen“, sagte Brandel.", "Rathaus"),
            ThreatClass::Violent);
}

TEST(HarmVerb, OfASpeakersOwnKillingIsAThreatWhoeverHearsIt) {
  EXPECT_EQ(threat_in("en", "Oskar Brandel told police he would kill his wife.", "kill his wife"),
            ThreatClass::Violent);
  EXPECT_EQ(threat_in("en", "The prosecutor told the court he would kill his wife.", "kill"),
            ThreatClass::None);
  EXPECT_EQ(threat_in("en", "Oskar Brandel told police he had killed his wife.", "killed"),
            ThreatClass::None);
}

TEST(HarmlessObject, IsTheObjectItself) {
  for (const auto& [language, text, part] :
       {std::tuple("en", "“We will kill the bill's sponsors,” the rebel chief said.", "sponsors"),
        std::tuple("de", "„Wir werden euch wie Wildschweine erschießen“, sagte Brandel.",
                   "euch")}) {
    EXPECT_EQ(threat_in(language, text, part), ThreatClass::Violent) << text;
  }
}

// A form that is a participle too was read as a passive behind "are going to".
TEST(HarmVerb, BehindGoingToIsNoPassive) {
  EXPECT_EQ(threat_in("en", "“We are going to cut your throat,” said Brandel.", "throat"),
            ThreatClass::Violent);
}

TEST(Pursuit, PunishesWrongdoersWithoutViolence) {
  EXPECT_NE(
      threat_in("es", "«Los culpables serán castigados», prometió la alcaldesa.", "culpables"),
      ThreatClass::Violent);
}

TEST(NegatedCue, IsNotOneBehindAnotherVerb) {
  EXPECT_EQ(
      threat_in("fr", "Brandel ne nie pas avoir menacé de brûler la grange.", "brûler la grange"),
      ThreatClass::Violent);
}

TEST(Foretold, WhatAWarWouldDoIsNoThreat) {
  EXPECT_EQ(threat_in("en", "“A war would kill millions,” the baker warned.", "war"),
            ThreatClass::None);
}

}  // namespace
}  // namespace dixit::parser
