#include <gtest/gtest.h>

#include "tests/parser/quote/threat_reading.h"

namespace dixit::parser {
namespace {

using model::ThreatClass;

TEST(ThreatHints, HintsLaidSideBySideThreaten) {
  const auto threat = threat_of("en",
                                "“Nice bakery. Brakes fail in this valley, you know. I’d hate to "
                                "read about it,” said Oskar Brandel.",
                                "bakery");
  EXPECT_EQ(threat.threat_class, ThreatClass::Violent);
  EXPECT_TRUE(fired(threat, "threat.mishap"));
  EXPECT_EQ(threat_in("fr",
                      "« Le canal est profond. Les bateliers feraient bien de ne pas trop "
                      "sortir », a déclaré Oskar Brandel.",
                      "canal"),
            ThreatClass::Violent);
}

TEST(ThreatHints, AMishapAloneIsNone) {
  EXPECT_EQ(threat_in("en", "“Brakes fail when you do not have them tested,” said Ilse Morant.",
                      "Brakes"),
            ThreatClass::None);
  EXPECT_EQ(threat_in("de", "„Ein Unfall ist schnell passiert“, sagte Ilse Morant.", "Unfall"),
            ThreatClass::None);
}

TEST(ThreatHints, AdviceThatNobodyCallsAThreatIsNone) {
  EXPECT_EQ(
      threat_in("en", "“Next time you travel, think of your family,” said Ilse Morant.", "travel"),
      ThreatClass::None);
}

TEST(ThreatHints, AnAllusionCountsInTheMouthOfWhoeverThreatens) {
  const char* const text =
      "Rebels of the Sorel Front said they would burn the harbour of Mirren down. "
      "“We will burn it to the ground,” said Oskar Brandel, a rebel commander. "
      "“You do not need me to tell you how this ends,” Brandel said later.";
  EXPECT_EQ(threat_in("en", text, "need me"), ThreatClass::Violent);
  EXPECT_EQ(threat_in("en",
                      "“You do not need me to tell you how this ends,” the coach, Ilse Morant, "
                      "said.",
                      "need me"),
            ThreatClass::None);
}

TEST(ThreatHints, AMessageThatIsCalledAThreatThreatens) {
  const auto threat = threat_of("fr",
                                "Ilse Morant a reçu une lettre de menaces. « Tu ne publieras plus "
                                "une ligne sur nous », dit la lettre.",
                                "publieras");
  EXPECT_NE(threat.threat_class, ThreatClass::None);
  EXPECT_TRUE(fired(threat, "threat.threatening_message"));
  EXPECT_EQ(threat_in("fr",
                      "Ilse Morant a reçu une lettre de remerciements. « Tu as publié une belle "
                      "page sur nous », dit la lettre.",
                      "publié"),
            ThreatClass::None);
}

TEST(ThreatHints, HarmThatCouldHaveBeenPreventedIsNone) {
  EXPECT_EQ(threat_in("de",
                      "Nach den Drohungen sagte Ilse Morant: „Die Morde hätten verhindert werden "
                      "können, wenn jemand zugehört hätte.“",
                      "Morde"),
            ThreatClass::None);
}

TEST(ThreatHints, AThingThatThreatensMeansNoHarm) {
  constexpr std::string_view kThing =
      "The growing quarrel has threatened to undermine the festival. Nobody was hurt in the attack "
      "on the mill.";
  EXPECT_EQ(threat_in("en", kThing, "undermine"), model::ThreatClass::None);
  constexpr std::string_view kSomebody =
      "The rebels have threatened to undermine the festival. Nobody was hurt in the attack on the "
      "mill.";
  EXPECT_NE(threat_in("en", kSomebody, "undermine"), model::ThreatClass::None);
}

TEST(ThreatHints, HarmThatIsMerelyReportedIsNews) {
  constexpr std::string_view kNews =
      "The army threatened the port. The army said that seven men were killed and thirty others "
      "wounded in the shelling and shooting at the port.";
  EXPECT_EQ(threat_in("en", kNews, "seven men"), model::ThreatClass::None);
  constexpr std::string_view kOnTerms =
      "The army said that it would strike the camp if the shelling went on.";
  EXPECT_EQ(threat_in("en", kOnTerms, "strike"), model::ThreatClass::Violent);
}

}  // namespace
}  // namespace dixit::parser
