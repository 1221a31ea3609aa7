#include <gtest/gtest.h>

#include <tuple>

#include "tests/parser/quote/threat_reading.h"

namespace dixit::parser {
namespace {

using model::SpeechAct;
using model::ThreatClass;

TEST(ThreatVerbs, OwnFutureHarmIsViolentInEveryLanguage) {
  EXPECT_EQ(threat_in("en", "“We will bomb the depot of Sorel,” said Oskar Brandel.", "depot"),
            ThreatClass::Violent);
  EXPECT_EQ(threat_in("fr", "« Nous abattrons leurs avions », a déclaré Oskar Brandel.", "avions"),
            ThreatClass::Violent);
  EXPECT_EQ(
      threat_in("es", "«Quemaremos los almacenes de Sorel», dijo Oskar Brandel.", "almacenes"),
      ThreatClass::Violent);
  EXPECT_EQ(threat_in("de", "„Wir werden ihre Lager zerstören“, sagte Oskar Brandel.", "Lager"),
            ThreatClass::Violent);
  EXPECT_EQ(threat_in("pt", "“Vamos matar os guardas de Sorel”, disse Oskar Brandel.", "guardas"),
            ThreatClass::Violent);
  EXPECT_EQ(
      threat_in("ar", "وقال كارم الواحي إن «الميناء لنا وسندمر مستودعاتهم كلها».", "مستودعاتهم"),
      ThreatClass::Violent);
}

TEST(ThreatVerbs, AnnouncedMeasureIsCoercive) {
  EXPECT_EQ(threat_in("fr", "« Nous gèlerons leurs avoirs », a déclaré la ministre Ilse Morant.",
                      "avoirs"),
            ThreatClass::Coercive);
  EXPECT_EQ(
      threat_in("en", "“If they refuse, we will expel their envoys,” said Ilse Morant.", "envoys"),
      ThreatClass::Coercive);
}

TEST(ThreatVerbs, WhatTheSpeakerMayDoAnywayNeedsTermsToThreaten) {
  EXPECT_EQ(threat_in("en", "“We will close the library on Sunday,” said Ilse Morant.", "library"),
            ThreatClass::None);
  EXPECT_EQ(
      threat_in("en", "“If you do not pay, we will close the canal,” said Ilse Morant.", "canal"),
      ThreatClass::Coercive);
}

TEST(ThreatVerbs, DeniedHarmIsNone) {
  const auto threat =
      threat_of("en", "“We will not kill the guards of Sorel,” said Oskar Brandel.", "guards");
  EXPECT_EQ(threat.threat_class, ThreatClass::None);
  EXPECT_TRUE(fired(threat, "no_threat.negated"));
  EXPECT_EQ(threat_in("fr", "« Nous ne tuerons pas les gardes », a dit Oskar Brandel.", "gardes"),
            ThreatClass::None);
}

TEST(ThreatVerbs, HarmDoneIsNewsAndMayBeClaimed) {
  const auto threat = threat_of(
      "en", "“We burned the mast of Sorel,” said the militia leader Oskar Brandel.", "mast");
  EXPECT_EQ(threat.threat_class, ThreatClass::None);
  EXPECT_EQ(threat.speech_act, SpeechAct::ClaimOfResponsibility);
}

TEST(ThreatVerbs, TheHarmOfOthersIsAPrediction) {
  const auto threat = threat_of(
      "en", "“The new motorway will destroy the old market,” said Ilse Morant.", "motorway");
  EXPECT_EQ(threat.threat_class, ThreatClass::None);
  EXPECT_TRUE(fired(threat, "threat.others_will"));
}

TEST(ThreatVerbs, SomebodyCloseMayKillTheSpeakerInJest) {
  const auto threat =
      threat_of("en", "“My sister will kill me,” said the baker Oskar Brandel.", "sister");
  EXPECT_EQ(threat.threat_class, ThreatClass::None);
  EXPECT_TRUE(fired(threat, "no_threat.against_speaker"));
}

TEST(ThreatVerbs, AnObjectBeforeItsVerbIsNotWhoActs) {
  EXPECT_EQ(threat_in("fr", "« Seule la mort nous arrêtera », a dit Ilse Morant.", "mort"),
            ThreatClass::None);
}

TEST(ThreatVerbs, WhatStandsInAConditionIsNotAnnounced) {
  EXPECT_EQ(
      threat_in("en", "“If they attack the port, we will help the wounded,” said Ilse Morant.",
                "wounded"),
      ThreatClass::None);
}

TEST(ThreatVerbs, OrdersToStrikeIncite) {
  const auto threat = threat_of(
      "fr", "« Tuez les gardes de Sorel », a lancé le chef rebelle Oskar Brandel.", "gardes");
  EXPECT_EQ(threat.threat_class, ThreatClass::Violent);
  EXPECT_EQ(threat.speech_act, SpeechAct::Incitement);
}

TEST(ThreatVerbs, AFragmentTakesItsFutureFromTheReporter) {
  EXPECT_EQ(threat_in("en",
                      "Oskar Brandel warned that the tower of Sorel would be “burnt to the ground” "
                      "if the tax stayed.",
                      "burnt"),
            ThreatClass::Violent);
  EXPECT_EQ(
      threat_in("fr",
                "Oskar Brandel a menacé de réduire la tour de Sorel « en un tas de cendres ».",
                "tas"),
      ThreatClass::Violent);
}

TEST(ThreatVerbs, EverydayVerbsHarmByWhatTheyStrike) {
  for (const auto& [language, text, part] : {
           std::tuple{"en", "“We will cut off his hands,” said Oskar Brandel.", "hands"},
           std::tuple{"fr", "« Je te casserai les genoux », a dit Oskar Brandel.", "genoux"},
           std::tuple{"fr", "« Je vais te descendre », a dit Oskar Brandel.", "descendre"},
           std::tuple{"de", "„Ich breche dir die Finger“, sagte Oskar Brandel.", "Finger"},
           std::tuple{"es", "«Te romperé los dedos», dijo Óscar Brandel.", "dedos"},
           std::tuple{"pt", "«Vou partir-te os dedos», disse Óscar Brandel.", "dedos"},
       }) {
    EXPECT_EQ(threat_in(language, text, part), ThreatClass::Violent) << text;
  }
  EXPECT_EQ(threat_in("en", "“We will cut off the gas,” said Oskar Brandel.", "gas"),
            ThreatClass::None);
  EXPECT_EQ(threat_in("fr", "« Nous allons descendre dans la cave », a dit Ilse Morant.", "cave"),
            ThreatClass::None);
  for (const auto& [language, text, part] : {
           std::tuple{"en", "“We will break with old habits,” said Ilse Morant.", "habits"},
           std::tuple{"en", "“We will bury him on Friday,” said Ilse Morant.", "bury"},
           std::tuple{"en", "“We will bury our father on Friday,” said Ilse Morant.", "bury"},
           std::tuple{"en", "“I will break my neck there one day,” said Ilse Morant.", "neck"},
           std::tuple{"fr", "« Nous enterrerons ce projet de loi », a dit Ilse Morant.", "projet"},
           std::tuple{"fr", "« Vous allez descendre à la gare », a averti Ilse Morant.", "gare"},
       }) {
    EXPECT_EQ(threat_in(language, text, part), ThreatClass::None) << text;
  }
}

TEST(ThreatVerbs, AConjoinedVerbSharesTheFutureAndItsSubject) {
  EXPECT_EQ(
      threat_in("en", "“I will find out where you live and kill you,” said Oskar Brandel.", "live"),
      ThreatClass::Violent);
}

TEST(ThreatVerbs, ACapitalAddressesWhoeverIsSpokenTo) {
  EXPECT_EQ(threat_in("de", "„Wir werden Sie töten“, sagte Oskar Brandel.", "töten"),
            ThreatClass::Violent);
  EXPECT_EQ(threat_in("de", "„Ich bringe Sie um“, sagte Oskar Brandel.", "bringe"),
            ThreatClass::Violent);
}

TEST(ThreatVerbs, SeparableVerbsHarmInThePresent) {
  EXPECT_EQ(threat_in("de", "„Ich schlitze dich auf“, sagte Oskar Brandel.", "schlitze"),
            ThreatClass::Violent);
  EXPECT_EQ(threat_in("de", "„Dann erschieße ich dich zuerst“, sagte Oskar Brandel.", "zuerst"),
            ThreatClass::Violent);
}

TEST(ThreatVerbs, CodesFollowTheKindOfHarm) {
  const auto abduction =
      threat_of("en", "“We will kidnap the engineers of Sorel,” said Oskar Brandel.", "engineers");
  EXPECT_EQ(abduction.cameo, "1383");
  EXPECT_EQ(abduction.mode, "violence");
  const auto arrest =
      threat_of("en", "“We will arrest the strikers of Sorel,” said Ilse Morant.", "strikers");
  EXPECT_EQ(arrest.cameo, "132");
  EXPECT_EQ(arrest.mode, "arrest");
}

}  // namespace
}  // namespace dixit::parser
