#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/parser/quote/threat_reading.h"

namespace dixit::parser {
namespace {

using model::HopRole;
using model::QuotationForm;
using model::ThreatClass;

bool reads(std::string_view language, std::string_view text, std::string_view words) {
  for (const model::Quotation& quotation : read_in(language, text).quotations) {
    if (quotation.text == words) return true;
  }
  return false;
}

TEST(RetoldThreat, IsTheOneWhoThreatensAndNotTheOneWhoTellsOfIt) {
  const auto answer = read_in("en",
                              "“The Grey Wolves called my wife and told her that they would kill "
                              "our son,” said Peter Lund.");
  const model::Quotation& told = quotation_with(answer, "they would kill");
  EXPECT_EQ(told.form, QuotationForm::Indirect);
  EXPECT_EQ(told.threat.threat_class, ThreatClass::Violent);
  ASSERT_TRUE(told.source);
  EXPECT_EQ(told.source->text, "The Grey Wolves");
  ASSERT_EQ(told.hops.size(), 1U);
  EXPECT_EQ(told.hops[0].role, HopRole::Witness);
  EXPECT_EQ(told.hops[0].name, "Peter Lund");
  EXPECT_EQ(quotation_with(answer, "called my wife").threat.threat_class, ThreatClass::None);
}

TEST(RetoldThreat, IsReadInEveryLanguage) {
  EXPECT_EQ(threat_in("fr", "« Il m'a dit qu'il allait me tuer », a raconté Jeanne Morel.",
                      "qu'il allait me tuer"),
            ThreatClass::Violent);
  EXPECT_EQ(
      threat_in("es", "«Los hombres le dijeron a mi hermano que lo iban a matar», contó Ana Ruiz.",
                "lo iban a matar"),
      ThreatClass::Violent);
  EXPECT_EQ(
      threat_in("de",
                "„Die Männer haben mir gesagt, dass sie mich töten werden“, sagte Jonas Petersen.",
                "sie mich töten werden"),
      ThreatClass::Violent);
}

TEST(RetoldThreat, StandsAfterAColonWithoutMarks) {
  const auto answer =
      read_in("fr",
              "« Ils m'ont prévenu : après la fête, tu vas mourir, et ton frère aussi. Depuis, je "
              "me cache », racontait Paul Vernay.");
  const model::Quotation& told = quotation_with(answer, "tu vas mourir");
  EXPECT_EQ(told.text, "après la fête, tu vas mourir, et ton frère aussi");
  EXPECT_EQ(told.form, QuotationForm::Direct);
  EXPECT_EQ(told.threat.threat_class, ThreatClass::Violent);
  ASSERT_TRUE(told.threat.target);
  EXPECT_EQ(told.threat.target->name, "Paul Vernay");
}

TEST(RetoldThreat, StrikesWhoeverTellsOfIt) {
  const auto answer =
      read_in("fr", "« Ils nous écrivent qu'ils vont nous attaquer », dit le patron.");
  const model::Quotation& told = quotation_with(answer, "vont nous attaquer");
  EXPECT_EQ(told.threat.threat_class, ThreatClass::Violent);
  ASSERT_TRUE(told.threat.target);
  EXPECT_EQ(told.threat.target->text, "le patron");
}

TEST(RetoldThreat, IsNoQuotationOfItsOwnWhereNobodyThreatens) {
  EXPECT_FALSE(reads("en", "“The mayor told me that the bridge would stay open,” said Peter Lund.",
                     "that the bridge would stay open"));
  EXPECT_FALSE(
      reads("en", "“I told him that I would kill him,” said Peter Lund.", "that I would kill him"));
  EXPECT_FALSE(reads("en", "“Police told us that a bomb would explode,” said Peter Lund.",
                     "that a bomb would explode"));
}

TEST(RetoldThreat, IsNoneInAQuestionAConditionOrAPossibility) {
  for (const char* words :
       {"Did they say that they would kill us?", "They may say that they would kill us,",
        "If they say that they would kill us, we leave,"}) {
    EXPECT_FALSE(
        reads("en", std::string("“") + words + "” said Anna Berg.", "that they would kill us"))
        << words;
  }
}

TEST(RetoldThreat, OfTheSpeakersOwnSideIsHis) {
  const auto answer =
      read_in("en", "“Our commander promised that we would kill you,” said the rebel leader.");
  ASSERT_EQ(answer.quotations.size(), 1U);
  EXPECT_EQ(answer.quotations[0].threat.threat_class, ThreatClass::Violent);
  EXPECT_EQ(answer.quotations[0].source->text, "the rebel leader");
}

TEST(RetoldThreat, IsNotWhatADoctorForetells) {
  EXPECT_FALSE(reads("fr", "« Le médecin m'a dit : tu vas mourir », a raconté Paul Vernay.",
                     "tu vas mourir"));
}

TEST(FaceToFace, IsNotWhatAWitnessSaysOthersWillDo) {
  EXPECT_EQ(threat_in("es", "El testigo dijo al alcalde que lo iban a matar.", "iban a matar"),
            ThreatClass::None);
  EXPECT_EQ(threat_in("en", "The farmer told his wife that he would kill the pig.", "the pig"),
            ThreatClass::None);
}

TEST(FaceToFace, WhoIsToldOfHarmByWhoWouldDoItIsThreatened) {
  EXPECT_EQ(threat_in("en", "The Grey Wolves told the mayor that they would kill his son.",
                      "they would kill"),
            ThreatClass::Violent);
  EXPECT_EQ(threat_in("fr", "Le voisin lui a dit qu'il allait la tuer.", "il allait la tuer"),
            ThreatClass::Violent);
}

TEST(FaceToFace, IsNotWhatReportersOrOthersAreToldOf) {
  EXPECT_EQ(
      threat_in("en", "The minister told reporters that he would kill the bill.", "he would kill"),
      ThreatClass::None);
  EXPECT_EQ(threat_in("en", "The doctor told the mayor that the fever would kill his son.",
                      "the fever would kill"),
            ThreatClass::None);
}

TEST(UnsaidWords, ThreatenNobody) {
  EXPECT_EQ(threat_in("en", "The Grey Wolves never threatened to kill him.", "kill him"),
            ThreatClass::None);
  EXPECT_EQ(threat_in("en", "The Grey Wolves did not threaten to kill him.", "kill him"),
            ThreatClass::None);
  EXPECT_EQ(threat_in("fr", "Les Loups gris n'ont jamais menacé de tuer le maire.", "tuer"),
            ThreatClass::None);
  EXPECT_EQ(threat_in("de", "Die Männer haben nicht gedroht, den Wirt zu töten.", "töten"),
            ThreatClass::None);
  EXPECT_EQ(threat_in("de", "Niemand drohte, den Wirt zu töten.", "töten"), ThreatClass::None);
  EXPECT_EQ(threat_in("de", "Er drohte dem Wirt nicht, ihn zu töten.", "töten"), ThreatClass::None);
  EXPECT_EQ(threat_in("es", "Los hombres nunca amenazaron con matar al alcalde.", "matar"),
            ThreatClass::None);
}

TEST(UnsaidWords, AreSaidWhereMoreIsAdded) {
  EXPECT_EQ(
      threat_in("en", "The Grey Wolves not only threatened to kill him, they tried.", "kill him"),
      ThreatClass::Violent);
  EXPECT_EQ(threat_in("fr", "Les Loups gris n'ont pas seulement menacé de tuer le maire.", "tuer"),
            ThreatClass::Violent);
  EXPECT_EQ(threat_in("fr", "Les Loups gris ont en plus menacé de tuer le maire.", "tuer"),
            ThreatClass::Violent);
  EXPECT_EQ(threat_in("fr", "Les Loups gris n'hésitent pas à menacer de tuer le maire.", "tuer"),
            ThreatClass::Violent);
}

}  // namespace
}  // namespace dixit::parser
